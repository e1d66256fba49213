#!/usr/bin/env bash
# Draws docs/demo-report.png anew from the demo's report: run `npm run demo` first. Needs poppler-utils and imagemagick.
set -euo pipefail
cd "$(dirname "$0")/.."
pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
for page in 2 6 10 12; do pdftoppm -r 60 -f "$page" -l "$page" -png out/demo/report.pdf "$pages/$(printf %02d "$page")"; done
montage "$pages"/*.png -tile 4x1 -geometry 400x+6+6 -background '#9a9a9a' -strip -colors 96 -depth 8 -define png:exclude-chunks=date,time docs/demo-report.png
