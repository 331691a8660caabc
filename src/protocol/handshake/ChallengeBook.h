#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <QtGlobal>

namespace nodescope::protocol {

/// The challenges that one local node has issued and not yet seen answered, over all its handshakes.
///
/// A peer that sends one of them back as its own asks us to answer our own question: with the digest
/// it could pass another of our handshakes without knowing the cookie (reflection; OTP 25, 27 and 29
/// fall for it). So all handshakes of one local node, dialled and accepted, share one book, and a
/// handshake never signs a challenge that isOutstanding(). Two local nodes in one program that dial
/// each other need a book each: the other's challenge is no reflection.
///
/// Not thread-safe: a book belongs to the thread of its handshakes. Tickets may outlive the book.
class ChallengeBook
{
    struct State;

public:
    /// 32 random bits, from a cryptographic generator.
    using Random = std::function<quint32()>;

    /// A challenge in flight; it leaves the book when the ticket goes. Move-only.
    class Ticket
    {
    public:
        Ticket() = default;
        Ticket(Ticket &&other) noexcept;
        Ticket &operator=(Ticket &&other) noexcept;
        ~Ticket();
        Q_DISABLE_COPY(Ticket)

        [[nodiscard]] quint32 challenge() const { return m_challenge; }

    private:
        friend class ChallengeBook;
        Ticket(std::shared_ptr<State> state, quint32 challenge);
        void release();

        std::shared_ptr<State> m_state;
        quint32 m_challenge = 0;
    };

    /// `random` defaults to the system's generator.
    explicit ChallengeBook(Random random = {});
    ~ChallengeBook();
    Q_DISABLE_COPY_MOVE(ChallengeBook)

    /// A challenge that differs from all outstanding ones, and from `peers`: one that we are about to
    /// sign would be answered by our own digest. Nothing if the generator only repeats itself.
    [[nodiscard]] std::optional<Ticket> issue(std::optional<quint32> peers = std::nullopt);
    /// A challenge that somebody chose instead of one of ours, from now on outstanding. Nothing if it is that
    /// already.
    [[nodiscard]] std::optional<Ticket> hold(quint32 challenge);
    [[nodiscard]] bool isOutstanding(quint32 challenge) const;
    [[nodiscard]] qsizetype count() const;

private:
    Random m_random;
    std::shared_ptr<State> m_state;
};

} // namespace nodescope::protocol
