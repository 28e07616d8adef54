/** Words of what is taken home: folders, the page, the table, the letter. */

/** Names of folders, and of files whose own name has nothing to be called by. */
export const FOLDERS = {
  ru: {
    contacts: 'Контакты',
    contact: 'Контакт',
    all: 'Все контакты',
    materials: 'Материалы',
    material: 'Материал',
    nobodys: 'Без имени',
    sessions: 'События',
  },
  en: {
    contacts: 'Contacts',
    contact: 'Contact',
    all: 'All contacts',
    materials: 'Materials',
    material: 'Material',
    nobodys: 'Unnamed',
    sessions: 'Sessions',
  },
} as const

export const PAGE = {
  ru: {
    title: 'Портфель',
    of: (owner: string, date: string) => `Собрано в салоне: ${owner}, ${date}`,
    contact: 'Контакты',
    material: 'Материалы',
    product: 'Товары и услуги',
    booth: 'Стенды',
    session: 'События',
    empty: 'Портфель пока пуст.',
    gone: 'Больше не показывается',
    card: 'Карточка для адресной книги',
    file: 'Открыть файл',
    page: 'Страница',
    stars: (count: number) => `Оценка: ${count} из 5`,
    note: 'Заметка',
    met: 'Стенд',
    private: 'Здесь контакты людей: они дали их вам, а не всем. Не пересылайте этот архив.',
  },
  en: {
    title: 'Briefcase',
    of: (owner: string, date: string) => `Collected in the salon by ${owner}, ${date}`,
    contact: 'Contacts',
    material: 'Materials',
    product: 'Products and services',
    booth: 'Booths',
    session: 'Sessions',
    empty: 'The briefcase is empty so far.',
    gone: 'Not shown any more',
    card: 'Card for your address book',
    file: 'Open the file',
    page: 'Page',
    stars: (count: number) => `${count} stars out of 5`,
    note: 'Note',
    met: 'Booth',
    private: 'Here are contacts of people, given to you and not to everybody. Please do not pass this archive on.',
  },
} as const

/** Columns of the table. */
export const COLUMNS = {
  ru: [
    'Что',
    'Название',
    'Стенд',
    'Ссылка',
    'Файл',
    'Начало',
    'Оценка',
    'Заметка',
    'Организация',
    'Должность',
    'Почта',
    'Телефон',
  ],
  en: [
    'What',
    'Title',
    'Booth',
    'Link',
    'File',
    'Starts',
    'Stars',
    'Note',
    'Organisation',
    'Position',
    'E-mail',
    'Phone',
  ],
} as const

export const KINDS = {
  ru: { contact: 'Контакт', material: 'Материал', product: 'Товар или услуга', booth: 'Стенд', session: 'Событие' },
  en: { contact: 'Contact', material: 'Material', product: 'Product or service', booth: 'Booth', session: 'Session' },
} as const
