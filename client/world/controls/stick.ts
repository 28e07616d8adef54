/** The touch stick's state, between the overlay that draws it and the step that reads it: to the left and ahead, −1…1. */
export interface Stick {
  x: number
  z: number
  /** Pushed all the way out. */
  hurry: boolean
}
