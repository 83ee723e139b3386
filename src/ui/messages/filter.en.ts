import type { FilterMessages } from './filter.ja'

export const filterEn: FilterMessages = {
  add: 'Condition',
  menu: 'Narrow down',
  facet: {
    status: 'Status',
    progress: 'Progress',
    due: 'Due',
    owner: 'Owner',
    department: 'Department',
    evidence: 'Evidence',
    level: 'Level',
    verdict: 'Verdict on responsibilities',
    suitability: 'cybozu.com conformity',
    disclosure: 'Disclosure',
    inquiry: 'Inquiry',
    basis: 'Basis of the survey',
    document: 'Public document',
  },
  evidence: { missing: 'Done, but no evidence', given: 'With evidence', expired: 'Evidence expired' },
  withoutDepartment: 'No department',
  departmentIs: (name) => `Department ${name}`,
  basisIs: (name) => `Basis ${name}`,
  choices: (name) => `Choices: ${name}`,
  noChoice: 'There is nothing to choose from.',
  close: 'Close',
}
