export const HOME_ADD = 'home_add_silver'
export const HOME_FIND = 'home_find_people'
