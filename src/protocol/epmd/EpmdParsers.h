#pragma once

#include <optional>

#include "protocol/epmd/EpmdMessages.h"

namespace nodescope::protocol::epmd {

/// Reads the one reply to one request, from any slices. A value, one for each connection.
class ReplyParser
{
public:
    using Outcome = base::Result<Reply, EpmdError>;

    explicit ReplyParser(RequestKind request, const Limits &limits = {});

    /// Takes bytes; answers once the reply is complete or wrong, and the same again afterwards.
    /// NAMES and DUMP are complete only when the server closes.
    [[nodiscard]] std::optional<Outcome> receive(QByteArrayView bytes);
    /// The server closed: what the bytes so far amount to.
    [[nodiscard]] Outcome peerClosed();
    /// How many bytes came so far.
    [[nodiscard]] qint64 received() const { return m_received; }

private:
    [[nodiscard]] std::optional<Outcome> parse();
    [[nodiscard]] Outcome fail(EpmdError::Kind kind, qint64 offset);
    [[nodiscard]] std::optional<Outcome> parseAlive();
    [[nodiscard]] std::optional<Outcome> parsePort();
    [[nodiscard]] std::optional<Outcome> parseWord(QByteArrayView yes, QByteArrayView no);
    [[nodiscard]] std::optional<EpmdError::Kind> checkLines(qint64 *offset);
    [[nodiscard]] Outcome parseNames() const;
    [[nodiscard]] Outcome parseDump() const;
    [[nodiscard]] bool endsOnClose() const;

    RequestKind m_request;
    Limits m_limits;
    QByteArray m_buffer;
    qint64 m_received = 0;
    qsizetype m_scanned = 0; // how far lines were counted
    qsizetype m_lineStart = 0;
    qsizetype m_lines = 0;
    std::optional<Outcome> m_outcome;
};

/// Reads the one request of a client, from any slices. A value, one for each accepted connection.
class RequestParser
{
public:
    using Outcome = base::Result<Request, EpmdError>;

    explicit RequestParser(const Limits &limits = {});

    /// Takes bytes; answers once the request is complete or wrong, and the same again afterwards.
    /// Bytes behind the request are dropped, as EPMD does.
    [[nodiscard]] std::optional<Outcome> receive(QByteArrayView bytes);

private:
    [[nodiscard]] Outcome fail(EpmdError::Kind kind, qint64 offset) const;
    [[nodiscard]] Outcome parse() const;
    [[nodiscard]] Outcome parseAlive() const;
    [[nodiscard]] base::Result<QString, EpmdError> nameFrom(qsizetype offset, qsizetype length) const;

    Limits m_limits;
    QByteArray m_buffer;
    std::optional<Outcome> m_outcome;
};

} // namespace nodescope::protocol::epmd
