/** Names in scripts that know no capitals, and what else stands at the top of such a résumé. */

/** 履歴書, 이력서, السيرة الذاتية and what sections are called: no person's name. */
const HEADINGS = new Set(
  `履歴書|職務経歴書|職歴|学歴|経歴|技能|資格|自己紹介|概要|氏名|名前|连络方式|联系方式|简历|个人简历|簡歷|個人簡歷|履历|履歷|履歷表|工作经历|工作經歷|教育背景|个人信息|個人資料|技能特长|姓名
  |이력서|경력|경력기술서|학력|기술|자기소개|자기소개서|인적사항|연락처|이름|성명|السيرة الذاتية|الخبرة العملية|الخبرات العملية|المعلومات الشخصية|البيانات الشخصية|معلومات الاتصال
  |رزومه|سوابق کاری|اطلاعات شخصی|קורות חיים|פרטים אישיים|ניסיון תעסוקתי|ניסיון מקצועי|जीवन परिचय|जीवन वृत्त|व्यक्तिगत विवरण|कार्य अनुभव|संपर्क विवरण|ประวัติย่อ|ประวัติส่วนตัว`
    .split('|')
    .map((one) => one.trim()),
)
export const isHeading = (text: string): boolean => HEADINGS.has(text)

/** A word of letters that are neither large nor small. */
export const isCapless = (word: string): boolean => /^\p{Lo}[\p{Lo}\p{M}]*$/u.test(word)

/** 山田太郎 and 김민준 stand without a space; longer ones, and those that end as places and firms do, are something else. */
export const whole = (text: string): boolean =>
  /^(?:\p{Script=Han}{2,5}|\p{Script=Hangul}{2,4})$/u.test(text) && !/[都県府市区町村省县路社行部]$/u.test(text)
