/** Staffing a booth: whoever holds a role of an exhibitor stands at its booth while they are in the salon, unless they say no. */
import { z } from 'zod'

/** Roles whose holders staff booths: the row `exhibitor.staff` of the matrix. */
export const STAFF_ROLES = ['owner', 'representative'] as const
export const staffRole = z.enum(STAFF_ROLES)
export type StaffRole = z.infer<typeof staffRole>

/** Body of PUT /api/exhibitors/{id}/attendance. */
export const attendance = z.object({ attends: z.boolean() })

/** GET /api/attendance: a booth that the caller may staff, and whether they do. */
export const ownAttendance = attendance.extend({ exhibitorId: z.string(), role: staffRole })
export type OwnAttendance = z.infer<typeof ownAttendance>
