// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonObject>
#include <QList>
#include <QSslConfiguration>
#include <QTcpServer>

#include <functional>
#include <optional>

namespace baton::test {

struct EndpointRequest
{
    QByteArray path;
    QByteArray head; ///< All header lines, as they came.
    QJsonObject body;
};

/// What a mock endpoint does with a request.
struct EndpointReply
{
    enum class Then : quint8 { Close, Drop, Stall, Keep }; ///< Keep: takes no second request there, though it says so.
    QByteArray bytes; ///< All of it, status line included.
    Then then = Then::Close;
    int pieces = 1; ///< It comes in so many, `pause` milliseconds after one another.
    int pause = 0;
    qint64 filling = 0; ///< So many bytes behind them, which nobody holds in memory.
};

/// A model endpoint on this machine that answers as a test says, and remembers what it was asked.
class MockEndpoint : public QTcpServer
{
public:
    using Answer = std::function<EndpointReply(const EndpointRequest &request, int number)>;

    explicit MockEndpoint(Answer answer);

    /// From now on it speaks TLS, as who \a tls says.
    void encrypt(const QSslConfiguration &tls) { m_tls = tls; }
    QString url() const { return (m_tls ? QStringLiteral("https://localhost:%1") : QStringLiteral("http://127.0.0.1:%1")).arg(serverPort()); }
    QList<EndpointRequest> requests;
    int gone = 0; ///< Connections that the other side ended before we did.

    static EndpointReply status(int status, const QByteArray &body, const QByteArray &headers = "Content-Type: application/json\r\n");
    static EndpointReply stream(const QByteArray &frames, EndpointReply::Then then = EndpointReply::Then::Close);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void serve(QTcpSocket *socket);

    std::optional<QSslConfiguration> m_tls;
    Answer m_answer;
};

/// Chat completions as a stream: the text in two pieces, then usage and the end.
QByteArray chatFrames(const QByteArray &text, int input, int output);
QByteArray chatCallFrames(const QByteArray &tool, const QJsonObject &arguments, int input, int output);
/// The same of the other API.
QByteArray messageFrames(const QByteArray &text, int input, int output);

} // namespace baton::test
