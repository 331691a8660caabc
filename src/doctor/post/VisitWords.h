#pragma once

#include <QCoreApplication>

namespace nodescope::doctor {

/// tr() for what is said of calls at the listening post: one context in the translations, "VisitText".
class VisitWords
{
    Q_DECLARE_TR_FUNCTIONS(VisitText)
};

} // namespace nodescope::doctor
