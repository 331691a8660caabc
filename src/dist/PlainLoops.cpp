#include "dist/PlainLoops.h"

#include <QByteArray>

namespace nodescope::dist {

void usePlainLoops(Loops which)
{
    const char *const name = which == Loops::All ? "QT_NO_GLIB" : "QT_NO_THREADED_GLIB";
    if (!qEnvironmentVariableIsSet(name))
        qputenv(name, "1");
}

} // namespace nodescope::dist
