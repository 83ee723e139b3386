declare namespace kintone.types {
  interface GuidelineApp {
    item_key: kintone.fieldTypes.SingleLineText;
    part: kintone.fieldTypes.DropDown;
    edition: kintone.fieldTypes.SingleLineText;
    item_no: kintone.fieldTypes.SingleLineText;
    sort_no: kintone.fieldTypes.Number;
    section: kintone.fieldTypes.SingleLineText;
    level: kintone.fieldTypes.DropDown;
    title: kintone.fieldTypes.SingleLineText;
    requirement: kintone.fieldTypes.MultiLineText;
    action: kintone.fieldTypes.MultiLineText;
    cybozu_statement: kintone.fieldTypes.MultiLineText;
    evidence_examples: kintone.fieldTypes.MultiLineText;
    suitability: kintone.fieldTypes.DropDown;
    disclosure: kintone.fieldTypes.DropDown;
    mic_levels: kintone.fieldTypes.SingleLineText;
    urls: kintone.fieldTypes.MultiLineText;
    related: kintone.fieldTypes.MultiLineText;
    official_text: kintone.fieldTypes.MultiLineText;
    catalog_version: kintone.fieldTypes.SingleLineText;
    item_state: kintone.fieldTypes.DropDown;
    round: kintone.fieldTypes.SingleLineText;
    facility: kintone.fieldTypes.SingleLineText;
    status: kintone.fieldTypes.DropDown;
    status_reason: kintone.fieldTypes.MultiLineText;
    target_on: kintone.fieldTypes.Date;
    checked_on: kintone.fieldTypes.Date;
    completed_on: kintone.fieldTypes.Date;
    next_review_on: kintone.fieldTypes.Date;
    implementation: kintone.fieldTypes.MultiLineText;
    regulation: kintone.fieldTypes.MultiLineText;
    evidence_links: kintone.fieldTypes.MultiLineText;
    evidence_expires_on: kintone.fieldTypes.Date;
    inquiry: kintone.fieldTypes.DropDown;
    inquiry_on: kintone.fieldTypes.Date;
    inquiry_note: kintone.fieldTypes.MultiLineText;
    review_comment: kintone.fieldTypes.MultiLineText;
    agreement_log: kintone.fieldTypes.MultiLineText;

    evidence_basis: kintone.fieldTypes.CheckBox;
    documents: kintone.fieldTypes.MultiSelect;
    mic_codes: kintone.fieldTypes.MultiSelect;
    parties: kintone.fieldTypes.CheckBox;
    owner: kintone.fieldTypes.UserSelect;
    department: kintone.fieldTypes.OrganizationSelect;
    reviewer: kintone.fieldTypes.UserSelect;
    evidence_files: kintone.fieldTypes.File;
    responsibilities: {
      type: "SUBTABLE";
      value: Array<{
        id: string;
        value: {
          r_party: kintone.fieldTypes.SingleLineText;
          r_role: kintone.fieldTypes.DropDown;
          r_duty: kintone.fieldTypes.MultiLineText;
          r_state: kintone.fieldTypes.DropDown;
          r_agreed_on: kintone.fieldTypes.Date;
          r_basis: kintone.fieldTypes.SingleLineText;
        };
      }>;
    };
  }
  interface SavedGuidelineApp extends GuidelineApp {
    $id: kintone.fieldTypes.Id;
    $revision: kintone.fieldTypes.Revision;
    作成者: kintone.fieldTypes.Creator;
    更新者: kintone.fieldTypes.Modifier;
    レコード番号: kintone.fieldTypes.RecordNumber;
    作成日時: kintone.fieldTypes.CreatedTime;
    更新日時: kintone.fieldTypes.UpdatedTime;
  }
}
