/** Stands in for an icon's text where no bundler turns files into text. */
const svg = '<svg xmlns="http://www.w3.org/2000/svg"></svg>';
// eslint-disable-next-line no-restricted-exports -- stands in for a file, whose text is its default export
export default svg;
