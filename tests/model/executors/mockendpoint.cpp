// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/model/executors/mockendpoint.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTimer>

#include <memory>

using namespace Qt::StringLiterals;

namespace baton::test {

namespace {

QByteArray frame(const QJsonObject &data)
{
    return "data: " + QJsonDocument(data).toJson(QJsonDocument::Compact) + "\n\n";
}

QByteArray chunk(const QJsonObject &delta, const QJsonValue &finish = {})
{
    return frame({{u"choices"_s, QJsonArray{QJsonObject{{u"index"_s, 0}, {u"delta"_s, delta}, {u"finish_reason"_s, finish}}}}});
}

QByteArray usage(int input, int output)
{
    return frame({{u"choices"_s, QJsonArray()}, {u"usage"_s, QJsonObject{{u"prompt_tokens"_s, input}, {u"completion_tokens"_s, output}}}}) + "data: [DONE]\n\n";
}

void fill(QTcpSocket *socket, qint64 bytes)
{
    const auto left = std::make_shared<qint64>(bytes);
    const auto next = [socket, left] {
        if (socket->bytesToWrite() > 0)
            return;
        if (*left == 0)
            return socket->disconnectFromHost();
        const qint64 size = std::min<qint64>(1024 * 1024, *left);
        *left -= size;
        socket->write(QByteArray(size, 'x'));
    };
    QObject::connect(socket, &QTcpSocket::bytesWritten, socket, next);
    next();
}

void trickle(QTcpSocket *socket, const EndpointReply &reply)
{
    auto *timer = new QTimer(socket);
    const qsizetype size = reply.bytes.size() / reply.pieces + 1;
    QObject::connect(timer, &QTimer::timeout, socket, [socket, timer, size, left = reply.bytes]() mutable {
        socket->write(left.first(qMin(size, left.size())));
        left.remove(0, size);
        if (left.isEmpty()) {
            timer->stop();
            socket->disconnectFromHost();
        }
    });
    timer->start(reply.pause);
}

} // namespace

MockEndpoint::MockEndpoint(Answer answer)
    : m_answer(std::move(answer))
{
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection())
            serve(socket);
    });
}

void MockEndpoint::incomingConnection(qintptr descriptor)
{
    if (!m_tls)
        return QTcpServer::incomingConnection(descriptor);
    auto *socket = new QSslSocket(this);
    socket->setSocketDescriptor(descriptor);
    socket->setSslConfiguration(*m_tls);
    socket->startServerEncryption();
    addPendingConnection(socket);
}

void MockEndpoint::serve(QTcpSocket *socket)
{
    const auto held = std::make_shared<QByteArray>();
    const auto answered = std::make_shared<bool>(false);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket, held, answered] {
        *held += socket->readAll();
        if (*answered) {
            socket->write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
            return socket->disconnectFromHost();
        }
        const qsizetype end = held->indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = held->first(end);
        const qsizetype at = head.toLower().indexOf("content-length:");
        const qsizetype length = at < 0 ? 0 : head.sliced(at + 15).split('\r').first().trimmed().toLongLong();
        if (held->size() < end + 4 + length)
            return;
        *answered = true;
        requests.append({head.split(' ').value(1), head, QJsonDocument::fromJson(held->sliced(end + 4)).object()});
        const EndpointReply reply = m_answer(requests.last(), int(requests.size()) - 1);
        if (reply.pieces > 1)
            return trickle(socket, reply);
        socket->write(reply.bytes);
        if (reply.filling > 0)
            return fill(socket, reply.filling);
        if (reply.then == EndpointReply::Then::Keep)
            return;
        if (reply.then == EndpointReply::Then::Close)
            socket->disconnectFromHost();
        else if (reply.then == EndpointReply::Then::Drop && reply.bytes.isEmpty())
            socket->abort();
        else if (reply.then == EndpointReply::Then::Drop)
            connect(socket, &QTcpSocket::bytesWritten, socket, [socket] { socket->close(); });
        else
            connect(socket, &QTcpSocket::disconnected, this, [this] { ++gone; });
    });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
}

EndpointReply MockEndpoint::status(int status, const QByteArray &body, const QByteArray &headers)
{
    return {"HTTP/1.1 " + QByteArray::number(status) + " X\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) +
            "\r\nConnection: close\r\n\r\n" + body};
}

EndpointReply MockEndpoint::stream(const QByteArray &frames, EndpointReply::Then then)
{
    return {"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n" + frames, then};
}

QByteArray chatFrames(const QByteArray &text, int input, int output)
{
    const QString whole = QString::fromUtf8(text);
    const qsizetype half = whole.size() / 2;
    return ": hello\n\n" + chunk({{u"role"_s, u"assistant"_s}, {u"content"_s, whole.first(half)}}) + chunk({{u"content"_s, whole.sliced(half)}}) +
           chunk({}, u"stop"_s) + usage(input, output);
}

QByteArray chatCallFrames(const QByteArray &tool, const QJsonObject &arguments, int input, int output)
{
    const QString text = QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact));
    const auto call = [](const QJsonObject &function, const QString &id) {
        QJsonObject piece{{u"index"_s, 0}, {u"function"_s, function}};
        if (!id.isEmpty())
            piece.insert(u"id"_s, id);
        return chunk({{u"tool_calls"_s, QJsonArray{piece}}});
    };
    return call({{u"name"_s, QString::fromUtf8(tool)}, {u"arguments"_s, u""_s}}, u"call-1"_s) + call({{u"arguments"_s, text.first(1)}}, {}) +
           call({{u"arguments"_s, text.sliced(1)}}, {}) + chunk({}, u"tool_calls"_s) + usage(input, output);
}

QByteArray messageFrames(const QByteArray &text, int input, int output)
{
    const auto event = [](const QString &type, QJsonObject rest) {
        rest.insert(u"type"_s, type);
        return "event: " + type.toUtf8() + '\n' + frame(rest);
    };
    return event(u"message_start"_s, {{u"message"_s, QJsonObject{{u"usage"_s, QJsonObject{{u"input_tokens"_s, input}, {u"output_tokens"_s, 1}}}}}}) +
           event(u"content_block_start"_s, {{u"index"_s, 0}, {u"content_block"_s, QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, u""_s}}}}) +
           event(u"content_block_delta"_s, {{u"index"_s, 0}, {u"delta"_s, QJsonObject{{u"type"_s, u"text_delta"_s}, {u"text"_s, QString::fromUtf8(text)}}}}) +
           event(u"content_block_stop"_s, {{u"index"_s, 0}}) +
           event(u"message_delta"_s, {{u"delta"_s, QJsonObject{{u"stop_reason"_s, u"end_turn"_s}}}, {u"usage"_s, QJsonObject{{u"output_tokens"_s, output}}}}) +
           event(u"message_stop"_s, {});
}

} // namespace baton::test
