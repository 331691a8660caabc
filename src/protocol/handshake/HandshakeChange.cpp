#include "protocol/handshake/HandshakeChange.h"

#include <algorithm>
#include <array>

#include "protocol/Bytes.h"

namespace nodescope::protocol {

namespace {

using Field = HandshakeField;

constexpr std::array FieldNames{"cookie",   "digest",    "flags",  "name",
                                "creation", "challenge", "status", "length"};
static_assert(FieldNames.size() == std::size_t(Field::Length) + 1);

constexpr qsizetype MaxWord = 255;

struct Fields
{
    using List = std::vector<Field>;
    List operator()(const NameMessage &m) const
    {
        List all{Field::Length, Field::Flags};
        if (m.version == HandshakeVersion::V6)
            all.push_back(Field::Creation);
        all.push_back(Field::Name);
        return all;
    }
    List operator()(const StatusMessage &m) const
    {
        if (m.status != HandshakeStatus::Named)
            return {Field::Length, Field::Status};
        return {Field::Length, Field::Status, Field::Name, Field::Creation};
    }
    List operator()(const StatusReplyMessage &) const { return {Field::Length, Field::Status}; }
    List operator()(const ChallengeMessage &m) const
    {
        List all{Field::Length, Field::Flags, Field::Challenge};
        if (m.version == HandshakeVersion::V6)
            all.push_back(Field::Creation);
        all.push_back(Field::Name);
        return all;
    }
    List operator()(const ComplementMessage &) const
    {
        return {Field::Length, Field::Flags, Field::Creation};
    }
    List operator()(const ReplyMessage &) const
    {
        return {Field::Length, Field::Challenge, Field::Digest, Field::Cookie};
    }
    List operator()(const AckMessage &) const { return {Field::Length, Field::Digest, Field::Cookie}; }
};

/// Puts a change into a message.
struct Changer
{
    const HandshakeChange &change;
    quint32 signedChallenge;

    HandshakeBody operator()(NameMessage m) const
    {
        m.flags = change.flags.value_or(m.flags);
        m.creation = change.creation.value_or(m.creation);
        m.name = change.name.value_or(m.name);
        return m;
    }
    HandshakeBody operator()(StatusMessage m) const
    {
        m.dynamicName = change.name.value_or(m.dynamicName);
        m.creation = change.creation.value_or(m.creation);
        if (!change.status || *change.status == statusWord(m.status))
            return m;
        const QByteArray word = change.status->left(MaxWord);
        const auto known = decodeHandshake(Role::Acceptor, QByteArray("s" + word));
        if (known) {
            m.status = std::get<StatusMessage>(*known).status;
        } else {
            // A word that has begun and does not go on, as `named:` without a name.
            m.status = HandshakeStatus::Unknown;
        }
        m.unknown = m.status == HandshakeStatus::Unknown ? word : QByteArray();
        return m;
    }
    HandshakeBody operator()(StatusReplyMessage m) const
    {
        if (change.status)
            m.proceed = *change.status == "true";
        return m;
    }
    HandshakeBody operator()(ChallengeMessage m) const
    {
        m.flags = change.flags.value_or(m.flags);
        m.challenge = change.challenge.value_or(m.challenge);
        m.creation = change.creation.value_or(m.creation);
        m.name = change.name.value_or(m.name);
        return m;
    }
    HandshakeBody operator()(ComplementMessage m) const
    {
        if (change.flags)
            m.flagsHigh = change.flags->high();
        m.creation = change.creation.value_or(m.creation);
        return m;
    }
    HandshakeBody operator()(ReplyMessage m) const
    {
        m.challenge = change.challenge.value_or(m.challenge);
        m.digest = digest(m.digest);
        return m;
    }
    HandshakeBody operator()(AckMessage m) const
    {
        m.digest = digest(m.digest);
        return m;
    }

private:
    [[nodiscard]] Digest digest(const Digest &own) const
    {
        if (change.digest)
            return *change.digest;
        return change.cookie.isNull() ? own : Digest::of(change.cookie, signedChallenge);
    }
};

/// Compares two messages of the same kind field by field.
struct Comparer
{
    const HandshakeChange &change;
    std::vector<Field> differ;

    template<class Value>
    void compare(Field field, const Value &a, const Value &b)
    {
        if (a != b)
            differ.push_back(field);
    }
    void operator()(const NameMessage &a, const NameMessage &b)
    {
        compare(Field::Flags, a.flags, b.flags);
        compare(Field::Creation, a.creation, b.creation);
        compare(Field::Name, a.name, b.name);
    }
    void operator()(const StatusMessage &a, const StatusMessage &b)
    {
        if (a.status != b.status || a.unknown != b.unknown)
            differ.push_back(Field::Status);
        compare(Field::Name, a.dynamicName, b.dynamicName);
        compare(Field::Creation, a.creation, b.creation);
    }
    void operator()(const StatusReplyMessage &a, const StatusReplyMessage &b)
    {
        compare(Field::Status, a.proceed, b.proceed);
    }
    void operator()(const ChallengeMessage &a, const ChallengeMessage &b)
    {
        compare(Field::Flags, a.flags, b.flags);
        compare(Field::Challenge, a.challenge, b.challenge);
        compare(Field::Creation, a.creation, b.creation);
        compare(Field::Name, a.name, b.name);
    }
    void operator()(const ComplementMessage &a, const ComplementMessage &b)
    {
        compare(Field::Flags, a.flagsHigh, b.flagsHigh);
        compare(Field::Creation, a.creation, b.creation);
    }
    void operator()(const ReplyMessage &a, const ReplyMessage &b)
    {
        compare(Field::Challenge, a.challenge, b.challenge);
        digests(a.digest, b.digest);
    }
    void operator()(const AckMessage &a, const AckMessage &b) { digests(a.digest, b.digest); }
    template<class A, class B>
    void operator()(const A &, const B &)
    {
    }

private:
    void digests(const Digest &a, const Digest &b)
    {
        if (a != b)
            differ.push_back(change.digest ? Field::Digest : Field::Cookie);
    }
};

} // namespace

bool HandshakeChange::isEmpty() const
{
    return cookie.isNull() && !digest && !flags && !name && !creation && !challenge && !status && !length;
}

std::vector<HandshakeField> changeableFields(const HandshakeBody &body)
{
    return std::visit(Fields(), body);
}

HandshakeBody changedBody(const HandshakeBody &body, const HandshakeChange &change, quint32 signedChallenge)
{
    return std::visit(Changer{change, signedChallenge}, body);
}

QByteArray changedPacket(LengthPrefix prefix, const HandshakeBody &body, const HandshakeChange &change)
{
    const QByteArray bytes = encodeHandshake(body);
    if (!change.length)
        return withLength(prefix, bytes);
    QByteArray packet;
    if (prefix == LengthPrefix::TwoBytes)
        appendBigEndian(packet, quint16(*change.length));
    else
        appendBigEndian(packet, *change.length);
    return packet.append(bytes);
}

std::vector<HandshakeField> changedFields(const HandshakeBody &proposed, const HandshakeBody &sent,
                                          const HandshakeChange &change, LengthPrefix prefix)
{
    Comparer comparer{change, {}};
    std::visit(comparer, proposed, sent);
    if (change.length && changedPacket(prefix, sent, change) != withLength(prefix, encodeHandshake(sent)))
        comparer.differ.insert(comparer.differ.begin(), Field::Length);
    return comparer.differ;
}

const char *fieldName(HandshakeField field)
{
    return FieldNames[std::size_t(field)];
}

std::optional<HandshakeField> fieldOfName(QByteArrayView name)
{
    const auto found = std::find_if(FieldNames.begin(), FieldNames.end(),
                                    [name](const char *known) { return name == QByteArrayView(known); });
    if (found == FieldNames.end())
        return std::nullopt;
    return HandshakeField(found - FieldNames.begin());
}

} // namespace nodescope::protocol
