/** What stands in the address of a link: 12 letters and digits that are not taken for one another, 60 bits. */
export const LINK_CODE = /^[0-9a-hjkmnp-tv-z]{12}$/;

/** What an agency tells its sources apart by behind a link (`?s=`). */
export const SUB_ID = /^[\w.-]{1,64}$/;

export const LINK = { mostOfAgency: 1000 } as const;
