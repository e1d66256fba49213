/** Where a PDF says how it was drawn: key in its information dictionary. */
export const drawingKey = 'TriplineDrawing';
