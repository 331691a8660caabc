#pragma once

#include <QLoggingCategory>

/// Logging categories, one per folder, named `nodescope.<folder>`. Debug output is off by default
/// (QT_LOGGING_RULES="nodescope.*=true" turns it on). Cookies, keys and digests are never logged at
/// any level; base::Secret prints as a placeholder.
namespace nodescope::base {
Q_DECLARE_LOGGING_CATEGORY(lcDist)
Q_DECLARE_LOGGING_CATEGORY(lcSession)
Q_DECLARE_LOGGING_CATEGORY(lcLab)
Q_DECLARE_LOGGING_CATEGORY(lcDoctor)
Q_DECLARE_LOGGING_CATEGORY(lcGraph)
Q_DECLARE_LOGGING_CATEGORY(lcApp)
} // namespace nodescope::base
