#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include "cluster/Diagnosis.h"
#include "doctor/CauseText.h"

namespace nodescope::cli {

/// A failure for people: what happened, why, the rungs that were climbed, and what to do.
[[nodiscard]] QStringList textOf(const cluster::Diagnosis &diagnosis);

/// The same without the rungs; `between` stands before what to do.
[[nodiscard]] QStringList verdictText(const cluster::Diagnosis &diagnosis, const QStringList &between = {});

/// What would tell more, under a head; empty where nothing is needed.
[[nodiscard]] QStringList nextTestLines(const cluster::Diagnosis &diagnosis);

/// `{"from","to","cause","certainty","candidates","title","detail","elapsed_ms","rungs":[{"rung","state",
/// "evidence","elapsed_ms" (null: not
/// measured)}],"remedies":[{"text","snippets":[{"language","where","code"}]}]}`.
[[nodiscard]] QJsonObject jsonOf(const cluster::Diagnosis &diagnosis);

/// Remedies alone, in both forms; as JSON `[{"text","snippets":[{"language","where","code"}]}]`.
[[nodiscard]] QStringList remedyLines(const QList<doctor::Remedy> &remedies);
[[nodiscard]] QJsonArray remedyJson(const QList<doctor::Remedy> &remedies);

} // namespace nodescope::cli
