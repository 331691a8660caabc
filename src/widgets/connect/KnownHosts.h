#pragma once

#include <QObject>
#include <QSettings>

namespace nodescope::widgets {

/// The hosts to which the person has agreed to dial. Names only, kept in the settings; this machine
/// is known always. See robustness case 17: whoever answers a dial may choose the challenge, and
/// keeps a digest of it.
class KnownHosts : public QObject
{
    Q_OBJECT

public:
    explicit KnownHosts(QSettings &settings, QObject *parent = nullptr);
    [[nodiscard]] bool isKnown(const QString &host) const;
    void remember(const QString &host);
    void forgetAll();
    /// Whether the host is this machine.
    [[nodiscard]] static bool isLocal(const QString &host);

private:
    QSettings &m_settings;
};

/// What there is to say before the first dial to a host, in two sentences.
[[nodiscard]] QString firstDialWarning();

} // namespace nodescope::widgets
