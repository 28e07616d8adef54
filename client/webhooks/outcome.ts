import type { TFunction } from 'i18next'
import type { WebhookDelivery } from '../../shared/leads/webhook.ts'

/** What came of the last try, in a few words. */
export function outcomeText({ state, code, fault, took }: WebhookDelivery, t: TFunction<'webhooks'>): string {
  if (fault !== null) return t(`fault_${fault}`)
  if (code === null) return t('waiting')
  return state === 'delivered' ? t('taken', { code, took }) : t('notTaken', { code })
}
