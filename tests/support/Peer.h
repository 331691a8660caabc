#pragma once

#include <optional>

#include <QMap>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include "base/NodeName.h"
#include "support/PeerCommand.h"

namespace nodescope::test {

/// A real Erlang, Elixir, C or Java node, as a child of the test. It listens on loopback only, uses the port
/// mapper of the given port and starts none, and reads no cookie file. Its process group ends with
/// this object.
class Peer
{
public:
    /// C and Java: nodes of ours by `ei` and JInterface (tests/support/ei, tests/support/java). They send
    /// back what comes to `echo` as {Pid, Term}, and evaluate nothing but their commands `connect` and `rpc`.
    enum class Language : quint8 { Erlang, Elixir, C, Java };
    struct Options
    {
        base::NodeName name;
        QString cookie = QStringLiteral("peers-cookie");
        quint16 epmdPort = 0;
        QStringList flags; ///< further arguments of `erl`, e.g. `-hidden`, or `-kernel`, `net_ticktime`, `4`
        Language language = Language::Erlang;
        QStringList naming;          ///< instead of `-name NAME` or `-sname NAME`
        bool withCookie = true;      ///< false: `flags` say it, or a file
        bool anyName = false;        ///< whatever it is called when it is ready
        bool loopbackOnly = true;    ///< false: it listens wherever `flags` say, on all addresses by default
        QStringList within;          ///< what starts it: Namespace::enter()
        std::optional<QString> root; ///< another one than peerRoot(): a node of another release
        QMap<QString, QString> environment; ///< more, or others
    };

    explicit Peer(Options options);
    ~Peer();
    Q_DISABLE_COPY_MOVE(Peer)

    /// Why no peer of this language can be started here; empty if one can. For QSKIP.
    [[nodiscard]] static QString whyUnavailable(Language language = Language::Erlang);
    /// The OTP release that peers run, e.g. 25; 0 if there is none.
    [[nodiscard]] static int otpRelease();
    /// The release in another root ("": this machine); 0 if there is none.
    [[nodiscard]] static int otpReleaseIn(const QString &root);

    /// Starts it, and waits until it is distributed. False if that fails; output() says why.
    [[nodiscard]] bool start();
    /// The value of Erlang (or Elixir) expressions on one line, as the node prints it: `{ok,Value}`, or
    /// `{error,Reason}` and its like; the answer of a C or Java node to a command. Empty if there is no
    /// answer within `timeout` milliseconds.
    [[nodiscard]] QString evaluate(const QString &expressions, int timeout = 10'000);
    /// SIGSTOP and SIGCONT.
    void freeze();
    void thaw();
    /// SIGKILL, to the whole group.
    void kill();

    [[nodiscard]] const base::NodeName &name() const { return m_options.name; }
    /// All that it wrote so far, its log included.
    [[nodiscard]] QString output();

private:
    [[nodiscard]] QStringList naming(const QString &dashes) const;
    [[nodiscard]] QStringList erlangArguments() const;
    [[nodiscard]] QStringList elixirArguments() const;
    [[nodiscard]] PeerCommand command() const;
    /// Waits for a line `@@<mark> …@@` that was not read yet; the text behind the mark.
    [[nodiscard]] QString waitForMark(const QString &mark, int timeout);
    void signalGroup(int number) const;

    Options m_options;
    QTemporaryDir m_home;
    QProcess m_process;
    QString m_output;
    qsizetype m_read = 0; // of m_output, by waitForMark()
};

} // namespace nodescope::test
