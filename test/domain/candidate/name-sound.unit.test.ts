import { describe, expect, it } from 'vitest'
import {
  isCommon,
  isEastAsian,
  sameSurname,
  surnameKeys,
  syllables,
} from '../../../src/domain/candidate/common-surnames.ts'
import { consonants, nameSound } from '../../../src/domain/candidate/name-sound.ts'
import { fold } from '../../../src/domain/shared/text.ts'

describe('how a name sounds', () => {
  it.each([
    ["O'Brien", 'OBrien'],
    ['Jean-Luc', 'Jeanluc'],
    ['Haakon', 'Hakon'],
    ['Jaeger', 'Jager'],
    ['Fyodor', 'Fedor'],
    ['Yolkin', 'Elkin'],
    ['Moeller', 'Moller'],
    ['Goethe', 'Gothe'],
    ['Muehler', 'Muhler'],
    ['Hueber', 'Huber'],
    ['Noushin', 'Noushchin'],
    ['Shchukin', 'Shukin'],
    ['Kutscher', 'Kucher'],
    ['Zhanna', 'Janna'],
    ['Khalil', 'Halil'],
    ['Ghita', 'Gita'],
    ['Philip', 'Filip'],
    ['Thomas', 'Tomas'],
    ['Djamila', 'Jamila'],
    ['Becker', 'Beker'],
    ['Carla', 'Karla'],
    ['Qasim', 'Kasim'],
    ['Tzvi', 'Tsvi'],
    ['Wanda', 'Vanda'],
    ['Alexander', 'Aleksander'],
    ['Noor', 'Nur'],
    ['Meera', 'Mira'],
    ['Yelena', 'Elena'],
    ['Jelena', 'Elena'],
    ['Maya', 'Maia'],
    ['Maja', 'Maia'],
    ['Yusuf', 'Iusuf'],
    ['Mahmud', 'Mamud'],
    ['Sahra', 'Sara'],
    ['Anna', 'Ana'],
    ['Emmanuel', 'Emanuel'],
    ['Reiner', 'Rener'],
    ['Andrei', 'Andrii'],
    ['Sergei', 'Sergii'],
    ['Shcherbakov', 'Schcherbakov'],
    ['Dmitrii', 'Dmitri'],
    ['Evgenii', 'Evgeny'],
  ])('%s is %s', (one, other) => {
    expect(nameSound(fold(one))).toBe(nameSound(fold(other)))
  })

  it.each([
    ['Anna', 'Ina'],
    ['Omar', 'Amir'],
    ['Yelena', 'Milena'],
    ['Jean', 'Dean'],
    ['Maria', 'Mario'],
    ['Karl', 'Karla'],
    ['Peter', 'Petra'],
  ])('%s is not %s', (one, other) => {
    expect(nameSound(fold(one))).not.toBe(nameSound(fold(other)))
  })

  it('is its consonants where the script writes no vowels', () => {
    expect(consonants('omar')).toBe('mr')
    expect(consonants('khalid')).toBe(consonants('halid'))
    expect(consonants('wafa')).toBe('f')
  })
})

describe('a romanised given name', () => {
  it.each([
    ['hsiaoming', 'xiaoming'],
    ['shiaoping', 'xiaoping'],
    ['chihyuan', 'zhiyuan'],
    ['chunghua', 'zhonghua'],
    ['tsehan', 'zehan'],
    ['jiawei', 'chiawei'],
    ['qiang', 'chiang'],
    ['caihong', 'tsaihong'],
    ['shih', 'shi'],
    ['chihhao', 'chihao'],
    ['younghee', 'yeonghee'],
    ['yoonjung', 'yunjeong'],
    ['youngsoo', 'yungsu'],
    ['eunji', 'unji'],
    ['jihoon', 'jihun'],
    ['kyung', 'gyeong'],
    ['keonwoo', 'geonu'],
    ['pilho', 'bilho'],
    ['taehyun', 'daehyun'],
    ['tien', 'tian'],
    ['chienhua', 'jianhua'],
    ['rong', 'jong'],
    ['renyi', 'jenyi'],
    ['haneul', 'hanul'],
    ['guo', 'kuo'],
  ])('%s is %s', (one, other) => {
    expect(syllables(one)).toBe(syllables(other))
  })

  it.each([
    ['mingli', 'mingla'],
    ['weiming', 'weifang'],
    ['hana', 'mina'],
    ['tian', 'lian'],
    ['sora', 'nora'],
    ['jian', 'an'],
    ['xiao', 'iao'],
    ['gang', 'ang'],
    ['bo', 'o'],
    ['dong', 'ong'],
  ])('%s is not %s', (one, other) => {
    expect(syllables(one)).not.toBe(syllables(other))
  })
})

describe('a surname', () => {
  it.each([
    ['xu', 'hsu', true],
    ['zhang', 'cheung', true],
    ['choi', 'tsai', true],
    ['lee', 'rhee', true],
    ['zhang', 'wang', false],
    ['xu', 'thornmere', false],
    ['thornmere', 'xu', false],
    ['thornmere', 'thornmere', false],
  ])('%s may be %s: %s', (one, other, expected) => {
    expect(sameSurname(one, other)).toBe(expected)
  })

  it('has a key for each line that it stands in, by the spelling that leads the line', () => {
    expect(surnameKeys('hsu')).toEqual(['xu'])
    expect(surnameKeys('wong')).toEqual(['wang', 'huang'])
    expect(surnameKeys('thornmere')).toEqual([])
  })

  it('is known as East Asian by its letters and as common by its sound', () => {
    expect([isEastAsian('nguyen'), isEastAsian('smith')]).toEqual([true, false])
    expect([isCommon(nameSound('smith')), isCommon(nameSound('schmidt')), isCommon(nameSound('thornmere'))]).toEqual([
      true,
      true,
      false,
    ])
  })
})
