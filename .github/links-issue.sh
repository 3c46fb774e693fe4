#!/usr/bin/env bash
# Opens, rewrites or closes the one issue on dead links: links-issue.sh REPORT STATUS, where STATUS is 0 if all
# links answered. Needs gh, GH_TOKEN and GH_REPO.
set -euo pipefail
report=$1 status=$2 title="Links that do not answer"

number=$(gh issue list --state open --label links --json number --jq '.[0].number // empty')
if [ "$status" -eq 0 ]; then
  if [ -n "$number" ]; then
    gh issue close "$number" --comment "All links answer again."
  fi
elif [ -n "$number" ]; then
  gh issue edit "$number" --body-file "$report"
else
  gh label create links --description "Links that do not answer" --force
  gh issue create --title "$title" --label links --body-file "$report"
fi
