#pragma once

#include <QCoreApplication>

namespace nodescope::doctor {

/// tr() for what is said of the comparison of settings: one context in the translations, "LintText".
class LintWords
{
    Q_DECLARE_TR_FUNCTIONS(LintText)
};

} // namespace nodescope::doctor
