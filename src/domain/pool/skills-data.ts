/**
 * The project's own table of skills, in skills.json: add a line there to teach it a skill; the tests see to it that no spelling
 * belongs to two skills. A spelling is another word for the same thing: what a rival makes, or the kind of thing that it is, has a line of
 * its own, for letters may tell people what they know. The letters of `care` say how much care free text needs:
 * `L` an everyday word or a single letter: counts only as an item of a list of skills ("Go, Rust", "strong Go");
 * `C` an everyday word that the skill writes with a capital: counts within a sentence as "React", not as "react quickly";
 * `V` (with `C`) one that begins ordinary sentences: "Express ideas", "Spring is near"; at a line's start it needs "React 18", "Spark jobs";
 * `N` also somebody's name, `J` also a job: as a bare word in a query it keeps finding people by their words too.
 */
import groups from './skills.json' with { type: 'json' }

export type SkillRow = {
  readonly name: string
  readonly label: string
  readonly spellings?: readonly string[] | undefined
  readonly care?: string | undefined
}

export const SKILLS: readonly SkillRow[] = Object.values(groups).flat()
