#!/bin/sh
# Makes the namespace of the cases, and its search attributes: a worker that started without them would wedge the cases.
# The server is found by TEMPORAL_ADDRESS; the namespace is TEMPORAL_NAMESPACE.
set -eu

until temporal operator cluster health; do sleep 1; done

if ! temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1; then
  # Closed runs of a case stay readable for so long; the journal is kept for ever.
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention 90d
fi

# A new namespace is not known everywhere in the server at once.
until temporal operator search-attribute list --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1; do sleep 1; done

# Naming one that exists already does no harm.
temporal operator search-attribute create --namespace "$TEMPORAL_NAMESPACE" \
  --name Stage --type Keyword \
  --name Unit --type Keyword \
  --name Program --type KeywordList \
  --name DueWeek --type Keyword \
  --name Overdue --type Bool \
  --name Stuck --type Bool \
  --name WaitingOn --type Keyword

# Listed is not yet usable: the server refuses them for some seconds more.
until temporal workflow count --namespace "$TEMPORAL_NAMESPACE" --query "Stage = 'x' AND WaitingOn = 'x'" >/dev/null 2>&1; do
  sleep 1
done
