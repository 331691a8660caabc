#include "doctor/explain/LogFields.h"

#include <array>

#include <QByteArrayList>

namespace nodescope::doctor::log {

namespace {
constexpr qsizetype MaxField = 300;
constexpr qsizetype MaxFlags = 2000;

constexpr std::array Alerts{"Close Notify",
                            "Unexpected Message",
                            "Bad Record MAC",
                            "Record Overflow",
                            "Decompression Failure",
                            "Handshake Failure",
                            "No Certificate Reserved",
                            "Bad Certificate Status Response",
                            "Bad Certificate Hash Value",
                            "Bad Certificate",
                            "Unsupported Certificate",
                            "Certificate Revoked",
                            "Certificate Expired",
                            "Certificate Unknown",
                            "Certificate Unobtainable",
                            "Certificate Required",
                            "Illegal Parameter",
                            "Unknown CA",
                            "Access Denied",
                            "Decode Error",
                            "Decrypt Error",
                            "Protocol Version",
                            "Insufficient Security",
                            "Internal Error",
                            "Inappropriate Fallback",
                            "User Canceled",
                            "No Renegotiation",
                            "Missing Extension",
                            "Unsupported Extension",
                            "Unrecognized Name",
                            "Unknown Psk Identity",
                            "No Application Protocol"};

template<class Within>
qsizetype endOf(QByteArrayView text, qsizetype at, Within within)
{
    const qsizetype limit = qMin(text.size(), at + MaxField);
    while (at < limit && within(text[at]))
        ++at;
    return at;
}

qsizetype wordEnd(QByteArrayView text, qsizetype at)
{
    const qsizetype begin = at < text.size() && text[at] == ':' ? at + 1 : at;
    const qsizetype end = endOf(text, begin, isWordChar);
    return end > begin ? end : at;
}

qsizetype pidEnd(QByteArrayView text, qsizetype at)
{
    const qsizetype begin = text.sliced(at).startsWith("#PID") ? at + 4 : at;
    if (begin >= text.size() || text[begin] != '<')
        return at;
    const qsizetype end = endOf(text, begin + 1, [](char c) { return isDigit(c) || c == '.'; });
    return end < text.size() && text[end] == '>' ? end + 1 : at;
}

// Something in brackets that pair, or an address as it is.
qsizetype tupleEnd(QByteArrayView text, qsizetype at)
{
    if (at >= text.size() || (text[at] != '{' && text[at] != '['))
        return endOf(text, at, [](char c) { return isNameChar(c) || c == ':'; });
    const qsizetype limit = qMin(text.size(), at + MaxField);
    int depth = 0;
    for (qsizetype end = at; end < limit; ++end) {
        depth += text[end] == '{' || text[end] == '[';
        depth -= text[end] == '}' || text[end] == ']';
        if (depth == 0)
            return end + 1;
    }
    return at;
}

qsizetype listEnd(QByteArrayView text, qsizetype at)
{
    if (at >= text.size() || text[at] != '[')
        return at;
    const qsizetype length = text.sliced(at, qMin(text.size() - at, MaxFlags)).indexOf(']');
    return length < 0 ? at : at + length + 1;
}

qsizetype lineEnd(QByteArrayView text, qsizetype at)
{
    const qsizetype limit = qMin(text.size(), at + MaxField);
    while (at < limit && text[at] != '\n' && text[at] != '\r' &&
           !(text[at] == '\\' && at + 1 < text.size() && text[at + 1] == 'n'))
        ++at;
    return at;
}
} // namespace

qsizetype runEnd(char kind, QByteArrayView text, qsizetype at)
{
    if (at >= text.size())
        return at;
    switch (kind) {
    case 'i':
        return endOf(text, at, isDigit);
    case 'w':
        return wordEnd(text, at);
    case 'p':
        return pidEnd(text, at);
    case 't':
        return tupleEnd(text, at);
    case 'f':
        return listEnd(text, at);
    default:
        return lineEnd(text, at);
    }
}

QByteArray flagNames(QByteArrayView list)
{
    QByteArrayList names;
    QByteArray name;
    for (const char c : list) {
        if ((c >= 'A' && c <= 'Z') || c == '_' || isDigit(c)) {
            name.append(c);
            continue;
        }
        if (name.size() > 2)
            names.append(name);
        name.clear();
    }
    return names.join(", ");
}

std::span<const char *const> tlsAlerts()
{
    return Alerts;
}

} // namespace nodescope::doctor::log
