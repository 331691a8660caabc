#pragma once

#include <QCoreApplication>

namespace nodescope::doctor {

/// tr() for what a log says: one context in the translations, "LogText".
class LogWords
{
    Q_DECLARE_TR_FUNCTIONS(LogText)
};

} // namespace nodescope::doctor
