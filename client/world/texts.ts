export const texts = {
  ru: {
    canvasLabel: 'Прогулка в 3D: {{hall}}',
    canvasHelp:
      'Стрелки или WASD ведут вас, с Shift быстрее. Q и E поворачивают взгляд, Page Up и Page Down наклоняют, плюс и минус приближают и отдаляют. Щелчок по дорожке ведёт туда, щелчок по стенду открывает его страницу. Всё, что здесь есть, есть и в списке.',
    stick: 'Идти: потяните кружок',
    composing: 'Расставляем павильоны…',
    restoring: 'Видеокарта отвлеклась. Возвращаем картинку…',
    simulated: 'симуляция',
    live: 'Сейчас на стенде',
    products: 'Продукты',
    moreProducts: 'и ещё {{count}}',
    slow: 'Прогулка идёт рывками. На карте то же самое видно плавно.',
    toMap: 'Открыть карту',
    stay: 'Остаться',
  },
  en: {
    canvasLabel: 'A walk in 3D: {{hall}}',
    canvasHelp:
      'Arrow keys or WASD walk, faster with Shift. Q and E turn the view, Page Up and Page Down tilt it, plus and minus draw near and away. A click on a path takes you there, a click on a booth opens its page. Everything here is in the list too.',
    stick: 'Walk: drag the circle',
    composing: 'Putting up the pavilions…',
    restoring: 'The graphics card got distracted. Bringing the picture back…',
    simulated: 'simulated',
    live: 'Here for you now',
    products: 'Products',
    moreProducts: 'and {{count}} more',
    slow: 'The walk stutters on this machine. The map shows the same, smoothly.',
    toMap: 'Open the map',
    stay: 'Stay',
  },
} as const
