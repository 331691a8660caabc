#include "base/Logging.h"

namespace nodescope::base {
Q_LOGGING_CATEGORY(lcDist, "nodescope.dist", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSession, "nodescope.session", QtWarningMsg)
Q_LOGGING_CATEGORY(lcLab, "nodescope.lab", QtWarningMsg)
Q_LOGGING_CATEGORY(lcDoctor, "nodescope.doctor", QtWarningMsg)
Q_LOGGING_CATEGORY(lcGraph, "nodescope.graph", QtWarningMsg)
Q_LOGGING_CATEGORY(lcApp, "nodescope.app", QtWarningMsg)
} // namespace nodescope::base
