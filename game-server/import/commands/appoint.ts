import { ROLES, role } from '../../../shared/people/rights.ts'
import { accountAt, give } from '../../services/roles.ts'
import { type Command, textOption } from '../command.ts'
import { Unusable } from '../unusable.ts'

export const appoint: Command = {
  usage: 'appoint --email <address> --role <role> [--in <id>]',
  summary: 'gives somebody with an account a role, such as the first organizer',
  details: `  --email <address>  of the account
  --role <role>      ${role.options.join(', ')}
  --in <id>          of the exhibitor, session or special project; not for roles of the whole salon`,
  options: { email: { type: 'string' }, role: { type: 'string' }, in: { type: 'string' } },
  files: 0,
  async run(db, terminal, options) {
    const asked = role.safeParse(options.role)
    if (!asked.success) throw new Unusable(`--role must be one of ${role.options.join(', ')}.`)
    const ofSalon = ROLES[asked.data] === 'salon'
    const scopeId = textOption(options, 'in', ofSalon ? 'salon' : '')
    if (scopeId === '') throw new Unusable(`--in: of which ${ROLES[asked.data]}?`)
    if (ofSalon && scopeId !== 'salon') throw new Unusable(`--in: the ${asked.data} is one of the whole salon.`)
    const email = textOption(options, 'email')
    const personId = await accountAt(db, email)
    if (personId === null) throw new Unusable(`--email: there is no account with the address «${email}».`)
    await give(db, { personId, role: asked.data, scopeId }, null)
    terminal.print(`${email} is ${asked.data}${ofSalon ? '' : ` of ${scopeId}`} from now on.`)
    return true
  },
}
