/** Names of groups and areas that a narrow label has no room for, each as one knows it by. */
const SHORT: Readonly<Record<string, string>> = {
  'Overall effectiveness': 'Overall',
  'Leadership, management and governance': 'Leadership',
  'Children in care and care leavers (graded together)': 'Care and leaving it',
  'Children looked after and achieving permanence': 'Looked after',
  'Local Safeguarding Children Board (not the council)': 'Safeguarding board',
  'Metropolitan District': 'Metropolitan',
  'metropolitan boroughs': 'metropolitan',
  'Yorkshire and the Humber': 'Yorkshire and Humber',
  'North East, Yorkshire and the Humber': 'NE, Yorks and Humber',
};

/** The name in at most so many characters; null where it has no form as short. Never cut. */
export function shortName(name: string, longest: number): string | null {
  const forms = [name, SHORT[name]];
  return forms.find((form) => form !== undefined && form.length <= longest) ?? null;
}
