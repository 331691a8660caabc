#pragma once

#include <memory>

#include <QSocketNotifier>

namespace nodescope::dist {

/// Ends a notifier of whose signal we may be a receiver just now: none comes any more, and it goes with the
/// loop's next turn. Null before or afterwards.
inline void retire(std::unique_ptr<QSocketNotifier> &notifier)
{
    if (!notifier)
        return;
    notifier->setEnabled(false);
    notifier->disconnect();
    notifier.release()->deleteLater();
}

} // namespace nodescope::dist
