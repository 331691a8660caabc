#pragma once

#include <QCoreApplication>

namespace nodescope::doctor {

/// tr() for what is said of causes, their explanations and remedies: one context in the translations,
/// "CauseText".
class CauseWords
{
    Q_DECLARE_TR_FUNCTIONS(CauseText)
};

} // namespace nodescope::doctor
