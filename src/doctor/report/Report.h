#pragma once

#include <QString>

#include "cluster/Examination.h"

/// An examination as a document for a ticket: the verdict, the ladder, settings, versions, bytes, what to do.
/// Translated; call them where CauseText may be called.
///
/// Whatever came from a node is made visible and, in HTML, escaped. Proofs and challenges are blank in the
/// excerpts (`··`), and no cookie or key ever gets into an examination. HTML refers to nothing outside
/// itself.
namespace nodescope::doctor {

[[nodiscard]] QString reportText(const cluster::Examination &examination);
[[nodiscard]] QString reportHtml(const cluster::Examination &examination);

} // namespace nodescope::doctor
