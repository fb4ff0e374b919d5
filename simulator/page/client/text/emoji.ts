/** The shortcodes that the app uses and that people at the local workspace may pick; all others stay `:name:`. */
const TABLE = `grinning 😀|smile 😄|joy 😂|slightly_smiling_face 🙂|wink 😉|blush 😊|heart_eyes 😍|thinking_face 🤔|neutral_face 😐|sweat_smile 😅|
sob 😭|open_mouth 😮|sunglasses 😎|tada 🎉|confetti_ball 🎊|sparkles ✨|star ⭐|star2 🌟|fire 🔥|rocket 🚀|zap ⚡|boom 💥|100 💯|
+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|clap 👏|raised_hands 🙌|pray 🙏|wave 👋|muscle 💪|handshake 🤝|ok_hand 👌|point_right 👉|point_left 👈|point_up ☝️|
point_down 👇|eyes 👀|heart ❤️|blue_heart 💙|green_heart 💚|yellow_heart 💛|purple_heart 💜|broken_heart 💔|
first_place_medal 🥇|second_place_medal 🥈|third_place_medal 🥉|sports_medal 🏅|medal 🏅|trophy 🏆|dart 🎯|
white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|x ❌|negative_squared_cross_mark ❎|warning ⚠️|no_entry ⛔|no_entry_sign 🚫|
question ❓|exclamation ❗|information_source ℹ️|bulb 💡|bell 🔔|no_bell 🔕|mega 📣|loudspeaker 📢|speech_balloon 💬|thought_balloon 💭|
lock 🔒|unlock 🔓|key 🔑|shield 🛡️|mag 🔍|mag_right 🔎|link 🔗|pushpin 📌|round_pushpin 📍|paperclip 📎|scissors ✂️|
memo 📝|pencil 📝|pencil2 ✏️|clipboard 📋|page_facing_up 📄|bookmark_tabs 📑|bookmark 🔖|books 📚|book 📖|file_folder 📁|open_file_folder 📂|
card_index 📇|card_file_box 🗃️|wastebasket 🗑️|inbox_tray 📥|outbox_tray 📤|email 📧|e-mail 📧|envelope ✉️|incoming_envelope 📨|mailbox 📫|mailbox_with_mail 📬|
phone ☎️|telephone_receiver 📞|iphone 📱|computer 💻|desktop_computer 🖥️|briefcase 💼|office 🏢|house 🏠|globe_with_meridians 🌐|
earth_americas 🌎|earth_africa 🌍|earth_asia 🌏|airplane ✈️|calendar 📆|date 📅|spiral_calendar_pad 🗓️|calendar_spiral 🗓️|alarm_clock ⏰|stopwatch ⏱️|
timer_clock ⏲️|hourglass ⌛|hourglass_flowing_sand ⏳|clock1 🕐|clock3 🕒|clock9 🕘|snowflake ❄️|sunny ☀️|sunrise 🌅|crescent_moon 🌙|zzz 💤|
chart_with_upwards_trend 📈|chart_with_downwards_trend 📉|bar_chart 📊|moneybag 💰|gear ⚙️|wrench 🔧|hammer_and_wrench 🛠️|test_tube 🧪|robot_face 🤖|
arrow_up ⬆️|arrow_down ⬇️|arrow_left ⬅️|arrow_right ➡️|arrow_upper_right ↗️|arrow_lower_right ↘️|arrows_counterclockwise 🔄|repeat 🔁|
leftwards_arrow_with_hook ↩️|back 🔙|fast_forward ⏩|soon 🔜|new 🆕|seedling 🌱|herb 🌿|evergreen_tree 🌲|deciduous_tree 🌳|four_leaf_clover 🍀|
large_green_circle 🟢|large_yellow_circle 🟡|large_orange_circle 🟠|red_circle 🔴|large_blue_circle 🔵|large_purple_circle 🟣|white_circle ⚪|black_circle ⚫|
large_green_square 🟩|large_yellow_square 🟨|large_red_square 🟥|large_blue_square 🟦|white_large_square ⬜|black_large_square ⬛|small_blue_diamond 🔹|
one 1️⃣|two 2️⃣|three 3️⃣|four 4️⃣|five 5️⃣|busts_in_silhouette 👥|bust_in_silhouette 👤|technologist 🧑‍💻|necktie 👔|mortar_board 🎓|label 🏷️|package 📦|
gift 🎁|birthday 🎂|coffee ☕|pizza 🍕|beers 🍻|champagne 🍾|rainbow 🌈|umbrella ☔|recycle ♻️|triangular_flag_on_post 🚩|checkered_flag 🏁|
construction 🚧|rotating_light 🚨|sos 🆘|stop_sign 🛑|vertical_traffic_light 🚦|ghost 👻|see_no_evil 🙈|raised_hand ✋|raising_hand 🙋|grey_question ❔|heavy_minus_sign ➖|black_square_button 🔲|file_cabinet 🗄️|pause_button ⏸️|writing_hand ✍️|magnet 🧲|compass 🧭`

const EMOJI: ReadonlyMap<string, string> = new Map(
  TABLE.split('|').map((entry) => {
    const [name = '', glyph = ''] = entry.trim().split(' ')
    return [name, glyph]
  }),
)

/** The picture of a shortcode, skin tones ignored; nothing when it is unknown. */
export function emoji(name: string): string | undefined {
  return EMOJI.get(name.split('::')[0] ?? name)
}

/** Shortcodes that match what somebody types into the picker. */
export function findEmoji(query: string): readonly { readonly name: string; readonly glyph: string }[] {
  const wanted = query.trim().toLowerCase().replaceAll(' ', '_').replaceAll(':', '')
  const seen = new Set<string>()
  const found: { name: string; glyph: string }[] = []
  for (const [name, glyph] of EMOJI) {
    if (!name.includes(wanted) || seen.has(glyph)) continue
    seen.add(glyph)
    found.push({ name, glyph })
  }
  return found
}
