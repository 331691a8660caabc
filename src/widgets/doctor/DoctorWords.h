#pragma once

#include <QList>
#include <QString>

#include "cluster/Examination.h"
#include "widgets/style/Icons.h"

/// Words of the window around what the doctor says, in the language of the moment.
namespace nodescope::widgets {

/// How an examination came out, in what a person must do about it.
enum class Outcome { Running, Connects, Fails, Uncertain, GivenUp };
[[nodiscard]] Outcome outcomeOf(const cluster::Examination &examination);
/// The verdict as a sentence, also while it runs.
[[nodiscard]] QString verdictOf(const cluster::Examination &examination);
/// `billing@db1 → cache@web2`, or the one name when this program dials.
[[nodiscard]] QString endsOf(const base::NodeName &from, const base::NodeName &to);

} // namespace nodescope::widgets
