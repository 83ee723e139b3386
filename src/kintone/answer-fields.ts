/** Which field holds which part of an answer. */
import type { Answer } from '../ports/answers'
import type { FieldCode } from './fields'

export const FIELD_OF: Readonly<Record<Exclude<keyof Answer, 'responsibilities'>, FieldCode>> = {
  status: 'status',
  statusReason: 'status_reason',
  owners: 'owner',
  departments: 'department',
  targetOn: 'target_on',
  checkedOn: 'checked_on',
  completedOn: 'completed_on',
  nextReviewOn: 'next_review_on',
  implementation: 'implementation',
  regulation: 'regulation',
  evidenceFiles: 'evidence_files',
  evidenceLinks: 'evidence_links',
  evidenceExpiresOn: 'evidence_expires_on',
  inquiry: 'inquiry',
  inquiryOn: 'inquiry_on',
  inquiryNote: 'inquiry_note',
  reviewers: 'reviewer',
  reviewComment: 'review_comment',
  agreementLog: 'agreement_log',
}
