import type { Scene } from './scene.ts'

/** Signing in and what is kept on oneself. */
export const ACCOUNT_SCENES: readonly Scene[] = [
  { name: 'account-new', view: null, path: '/account/new' },
  { name: 'account-sign-in', view: null, path: '/account/sign-in' },
  { name: 'account', view: null, path: '/account', as: 'visitor' },
]
