/** Under this name the business's page is told which visit it is. */
export const CLICK_PARAMETER = 'lbclick';
