// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/executors/agent/agentevent.h"

#include <QByteArrayView>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace baton {

class AgentCli;

/// Reads what one CLI writes to stdout, line by line, into common events, and says at the end what became of it. A pure
/// function of the lines and of how the process ended: the same bytes give the same, live, later or in a test.
class AgentReader
{
    Q_DECLARE_TR_FUNCTIONS(baton::AgentReader)

public:
    AgentReader(const AgentCli &cli, AgentFormat format) : m_cli(cli), m_format(format) {}
    virtual ~AgentReader();
    AgentReader(const AgentReader &) = delete;
    AgentReader &operator=(const AgentReader &) = delete;

    void readLine(QByteArrayView line);
    void skipLine(qint64 bytes); ///< One that was too long to be held.
    QList<AgentEvent> takeEvents(); ///< Since the last call.
    /// By its own words it is done, and well.
    bool hasClosedWell() const { return m_format == AgentFormat::Events && hasClosingEvent() && closing({}).how == Closing::How::Well; }
    /// After the last line.
    AgentResult finish(const AgentExit &exit);

protected:
    /// What the CLI itself says of how it ended.
    struct Closing
    {
        enum class How : quint8 { Missing, Well, Failed };
        How how = How::Missing;
        QString error = {}; ///< Of Failed: its own words.
        int status = 0;     ///< Of Failed: the HTTP status of the service, where it is told.
        QString code = {};  ///< Of Failed: what is known of it beyond words, as the code of a fault.
    };

    /// An event; unknown ones are skipped.
    virtual void readEvent(const QJsonObject &event) = 0;
    /// All of a CLI's output as one document.
    virtual void readWhole(const QJsonDocument &document);
    virtual Closing closing(const AgentExit &exit) const = 0;
    virtual bool hasClosingEvent() const { return true; } ///< Else only its end tells that it is done.

    void say(const QString &text, bool continues = false);
    void think(const QString &text);
    void callTool(const QString &name, const QJsonObject &input);
    void endTool(const QString &text, bool failed);
    void notice(const QString &text);
    void report(const QString &error);
    void refuse(const QString &tool);

    /// The last line was too long, so nobody knows what it said.
    bool hasLostItsEnd() const { return m_hasLostItsEnd; }

    QString m_answer;
    std::optional<AgentUsage> m_usage;

private:
    void readPlain(QByteArrayView line);
    AgentFault faultOf(const Closing &closing, const AgentExit &exit) const;
    AgentFault unfinished(const AgentExit &exit) const;
    QString words(const AgentExit &exit) const;

    const AgentCli &m_cli;
    AgentFormat m_format;
    QList<AgentEvent> m_events;
    QStringList m_refused;
    QByteArray m_plain;   ///< Lines that are no event.
    bool m_hasEvents = false;
    bool m_isGarbled = false; ///< Some line was not UTF-8.
    bool m_hasLostItsEnd = false;
    qint64 m_skipped = 0; ///< Bytes of lines that were too long.
};

/// What a tool is called with, in one short line.
QString toolBrief(const QJsonObject &input);
/// The text of a `content` that is a text, or a list of blocks with texts in them.
QString contentText(const QJsonValue &content);
/// A count as JSON has it; negative ones and what is no number are 0.
qint64 countOf(const QJsonValue &value);
/// The lines that are there to be read, trimmed; none of what is not text on the whole.
QStringList readableLines(const QString &text);
/// Without terminal codes and control characters; LF and TAB stay.
QString plainText(const QString &text);

} // namespace baton
