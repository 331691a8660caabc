#pragma once

#include <QHash>
#include <QHostAddress>
#include <QString>

#include "base/Clock.h"

namespace nodescope::dist {

/// Slows down whoever guesses cookies: callers that failed to prove one wait before they are answered
/// again, longer each time. Nobody sleeps; the owner delays its answer by a timer.
///
/// A name is slowed after a few failures, so that one node with a wrong cookie does not hold up its
/// neighbours; an address after many, since a guesser may change its name each time. Rules over times that
/// are handed in; owns no timer. The longest wait is well within the peer's own set-up time.
class GuessGuard
{
public:
    static constexpr int FreePerName = 3;
    static constexpr int FreePerAddress = 30;
    static constexpr base::Duration FirstWait = std::chrono::milliseconds(100);
    static constexpr base::Duration LongestWait = std::chrono::seconds(3);
    static constexpr base::Duration Forgets = std::chrono::minutes(5); ///< after the last failure
    static constexpr qsizetype MaxEntries = 4096;

    void failed(const QHostAddress &address, const QString &name, base::Instant now);
    /// It has proved the cookie: nothing is held against this name any more.
    void passed(const QHostAddress &address, const QString &name);
    /// How long to wait with the answer.
    [[nodiscard]] base::Duration delay(const QHostAddress &address, const QString &name,
                                       base::Instant now) const;

private:
    struct Entry
    {
        int failures = 0;
        base::Instant last;
    };
    using Table = QHash<QString, Entry>;

    static void count(Table &table, const QString &key, base::Instant now);
    [[nodiscard]] static base::Duration wait(const Table &table, const QString &key, int free,
                                             base::Instant now);

    Table m_names; // address and name
    Table m_addresses;
};

} // namespace nodescope::dist
