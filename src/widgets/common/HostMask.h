#pragma once

#include <functional>

#include <QHash>
#include <QString>
#include <QStringList>

namespace nodescope::widgets {

/// Hides the addresses of hosts in all that is shown, as presenter mode does: each is told by a number
/// instead, and by the same one everywhere. visibleText() asks it for all text of nodes. Of the window's
/// thread; there is one, because what is shown in a room is one screen.
class HostMask
{
public:
    /// What stands in the place of the host with a number.
    using Words = std::function<QString(int number)>;

    static HostMask &instance();
    /// `hosts` have the numbers from 1 on; others that are met get the next ones.
    void activate(const QStringList &hosts, const Words &words);
    void deactivate();
    [[nodiscard]] bool isActive() const { return m_active; }
    /// The text without addresses: behind `@` whatever is there; elsewhere the addresses that are known.
    [[nodiscard]] QString masked(const QString &text);

private:
    [[nodiscard]] QString wordsFor(const QString &host);

    QHash<QString, int> m_numbers;
    Words m_words;
    bool m_active = false;
};

} // namespace nodescope::widgets
