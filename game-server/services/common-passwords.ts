import { dictionary } from '@zxcvbn-ts/language-common'

/** The 49,000 passwords that leaks show most often: what a guesser tries first. */
const COMMON = new Set(dictionary['passwords-common'].map((one) => one.toLowerCase()))

/** Whether a password is among those that a guesser tries first. */
export const isCommon = (password: string): boolean => COMMON.has(password.toLowerCase())
