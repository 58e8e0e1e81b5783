// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/style/stylesheet.h"

#include "views/style/contrast.h"
#include "views/style/icons.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QPainter>
#include <QProxyStyle>
#include <QRegularExpression>
#include <QStyleFactory>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

// Words like @ink stand for colours, @text for the size of text; both are filled in by StyleSheet::text().
constexpr auto sheet = R"(
* { outline: 0; }
QMainWindow, QDialog, QMessageBox { background: @window; color: @ink; }
QWidget { color: @ink; }
QWidget:disabled { color: @faint; }
QToolTip { background: @panel; color: @ink; border: 1px solid @line; padding: 5px 7px; }

QMenuBar { background: transparent; border: 0; padding: 0; }
QMenuBar::item { background: transparent; color: @mute; padding: 6px 9px; border-radius: 6px; margin: 2px 0; }
QMenuBar::item:selected { background: @hover; color: @ink; }
QMenu { background: @panel; border: 1px solid @line; border-radius: 8px; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 10px; border-radius: 5px; margin: 0 1px; }
QMenu::item:selected { background: @accentGround; color: @ink; }
QMenu::item:disabled { color: @faint; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @line; margin: 5px 6px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 6px; }
QMenu::indicator:checked { image: url(@images/tick.svg); }
QMenu::right-arrow { image: url(@images/right.svg); width: 12px; height: 12px; margin-right: 5px; }

QFrame[look="panel"], QWidget[look="panel"] { background: @panel; border: 0; }
QFrame[look="bar"], QWidget[look="bar"] { background: @panel; border: 0; border-bottom: 1px solid @line; }
QWidget[look="foot"] { background: @panel; border: 0; border-top: 1px solid @line; }
QFrame[look="card"] { background: @card; border: 1px solid @line; border-radius: 10px; }
QFrame[look="floating"] { background: @panel; border: 1px solid @line; border-radius: 8px; }
QFrame[look="notice"] { background: @warningGround; border: 0; border-bottom: 1px solid @line; }
QFrame[look="news"] { background: @accentGround; border: 0; border-bottom: 1px solid @line; }
QFrame[look="failure"] { background: @errorGround; border: 0; border-bottom: 1px solid @line; }
QFrame[look="rule"] { background: @line; border: 0; max-height: 1px; min-height: 1px; }

QLabel { background: transparent; }
QLabel[look="title"] { font-weight: 600; font-size: @titlepx; }
QLabel[look="hero"] { font-weight: 700; font-size: @heropx; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="section"] { color: @mute; font-weight: 600; font-size: @smallpx; }
QLabel[look="mute"] { color: @mute; }
QLabel[look="small"] { color: @mute; font-size: @smallpx; }
QLabel[look="error"] { color: @errorInk; }
QLabel[look="name"] { font-weight: 700; }
QLabel[look="chip"] { background: @panel; color: @mute; border: 1px solid @line; border-radius: 4px; padding: 1px 5px;
  font-size: @smallpx; }

QPushButton, QToolButton { background: @panel; color: @ink; border: 1px solid @line; border-radius: 6px;
  padding: 5px 11px; min-height: 18px; }
QToolButton { padding: 5px 7px; }
QPushButton:hover, QToolButton:hover { background: @hover; }
QPushButton:pressed, QToolButton:pressed { background: @press; }
QPushButton:focus, QToolButton:focus { border-color: @accent; }
QPushButton:disabled, QToolButton:disabled { color: @faint; }
QToolButton[look="flat"], QPushButton[look="flat"] { background: transparent; border-color: transparent; }
QToolButton[look="flat"]:hover, QPushButton[look="flat"]:hover { background: @hover; }
QToolButton[look="flat"]:focus, QPushButton[look="flat"]:focus { border-color: @accent; }
QToolButton[look="flat"]:checked, QPushButton[look="flat"]:checked { background: @press; }
QToolButton[look="toggle"]:checked { background: @press; border-color: @accent; font-weight: 600; }
QToolButton[look="primary"], QPushButton[look="primary"] { background: @accent; color: @accentInk;
  border-color: @accent; font-weight: 600; }
QToolButton[look="primary"]:hover, QPushButton[look="primary"]:hover { background: @accentHover; }
QToolButton[look="primary"]:focus, QPushButton[look="primary"]:focus { border-color: @ink; }
QToolButton[look="primary"]:disabled, QPushButton[look="primary"]:disabled { background: @press; color: @mute;
  border-color: @line; }
QPushButton[look="link"], QToolButton[look="link"] { background: transparent; border: 1px solid transparent;
  color: @link; padding: 2px 3px; font-weight: 600; }
QPushButton[look="link"]:hover, QToolButton[look="link"]:hover { background: @hover; }
QPushButton[look="link"]:focus, QToolButton[look="link"]:focus { border-color: @accent; }
QToolButton[look="field"] { background: @field; color: @mute; border: 1px solid @line; text-align: left;
  padding: 5px 10px; }
QToolButton[look="field"]:hover { border-color: @mute; }
QToolButton[look="field"]:focus { border-color: @accent; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }

QToolButton[look="fold"] { background: transparent; border: 1px solid transparent; color: @mute; text-align: left;
  padding: 4px 2px; font-weight: 600; font-size: @smallpx; }
QToolButton[look="fold"]:hover { background: @hover; color: @ink; }
QToolButton[look="fold"]:focus { border-color: @accent; }

QFrame[look="segments"] { background: @panel; border: 1px solid @line; border-radius: 6px; }
QFrame[look="segments"] QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px;
  padding: 4px 10px; }
QFrame[look="segments"] QToolButton:hover { background: @hover; }
QFrame[look="segments"] QToolButton:checked { background: @press; font-weight: 600; }
QFrame[look="segments"] QToolButton:focus { border-color: @accent; }
QFrame[look="segments"] QToolButton:disabled { color: @faint; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox { background: @field; color: @ink;
  border: 1px solid @line; border-radius: 6px; padding: 5px 8px; selection-background-color: @accent;
  selection-color: @accentInk; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QSpinBox:hover, QDoubleSpinBox:hover, QComboBox:hover {
  border-color: @mute; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {
  border-color: @accent; }
QLineEdit[problem="true"], QPlainTextEdit[problem="true"], QComboBox[problem="true"] { border-color: @failed; }
QLineEdit[problem="warning"], QPlainTextEdit[problem="warning"], QComboBox[problem="warning"] {
  border-color: @warning; }
QPlainTextEdit[look="log"] { background: @panel; border: 0; border-radius: 0; }
QLineEdit[look="title"] { background: transparent; border-color: transparent; padding: 2px 4px; font-weight: 600;
  font-size: @titlepx; }
QLineEdit[look="title"]:hover { border-color: @line; }
QLineEdit[look="title"]:focus { background: @field; border-color: @accent; }
QLineEdit[look="palette"] { background: transparent; border: 0; border-radius: 0; padding: 10px 12px;
  font-size: @titlepx; }
QLineEdit QToolButton { background: transparent; border: 0; padding: 0; min-height: 0; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow { image: url(@images/down.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @panel; border: 1px solid @line; border-width: 0 1px; padding: 0 4px; outline: 0; }
QSpinBox::up-button, QDoubleSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::down-button { border: 0;
  background: transparent; width: 18px; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url(@images/up.svg); width: 10px; height: 10px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url(@images/down.svg); width: 10px; height: 10px; }

QCheckBox, QRadioButton { spacing: 8px; background: transparent; }
QCheckBox::indicator, QListView::indicator, QTreeView::indicator { width: 15px; height: 15px; border: 1px solid @mute; border-radius: 4px; background: @field; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: @accent; }
QCheckBox::indicator:checked, QListView::indicator:checked, QTreeView::indicator:checked { background: @accent; border-color: @accent; image: url(@images/check.svg); }
QRadioButton::indicator { width: 15px; height: 15px; border: 1px solid @mute; border-radius: 8px; background: @field; }
QRadioButton::indicator:checked { border: 5px solid @accent; width: 7px; height: 7px; background: @accentInk; }
QCheckBox:focus, QRadioButton:focus { color: @link; }

QAbstractItemView { background: @panel; border: 0; selection-background-color: @accentGround;
  selection-color: @ink; alternate-background-color: @window; }
QAbstractItemView[look="ground"] { background: @window; }
QListView::item, QTreeView::item, QTableView::item { padding: 4px 6px; border: 0; }
QListView::item:hover, QTreeView::item:hover { background: @hover; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected { background: @accentGround;
  color: @ink; }
QTreeView::branch { background: transparent; }
QTreeView::branch:has-children:closed { image: url(@images/right.svg); }
QTreeView::branch:has-children:open { image: url(@images/down.svg); }
QHeaderView { background: @panel; border: 0; }
QHeaderView::section { background: @panel; color: @mute; border: 0; border-bottom: 1px solid @line;
  padding: 5px 8px; font-size: @smallpx; font-weight: 600; }
QTableView { gridline-color: @line; }

QTabWidget::pane { border: 0; border-top: 1px solid @line; background: @panel; }
QTabWidget::tab-bar { left: 12px; }
QTabBar { background: transparent; border: 0; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @mute; padding: 5px 10px; margin: 5px 2px; border: 1px solid transparent;
  border-radius: 6px; }
QTabBar::tab:hover { background: @hover; color: @ink; }
QTabBar::tab:selected { background: @press; color: @ink; font-weight: 600; }
QTabBar::tab:focus { border-color: @accent; }

QSplitter { background: @line; }
QSplitter::handle { background: @line; }
QSplitter::handle:hover { background: @accent; }
QScrollArea, QScrollArea > QWidget > QWidget[look="panel"] { border: 0; background: @panel; }
QScrollArea[look="plain"], QScrollArea[look="plain"] > QWidget > QWidget { background: @window; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: @scroll; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }

QProgressBar { background: @track; border: 0; border-radius: 4px; max-height: 8px; min-height: 8px; text-align: center;
  color: transparent; }
QProgressBar::chunk { background: @complete; border-radius: 4px; }
QProgressBar[look="over"]::chunk { background: @failed; }
QSlider::groove:horizontal { height: 4px; background: @track; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; }
QSlider::handle:horizontal { background: @accent; width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; }
QSlider::handle:horizontal:focus { border: 2px solid @ink; }
QGroupBox { border: 0; margin-top: 18px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: @ink; }
)"_L1;

QColor blend(const QColor &over, const QColor &ground, qreal share)
{
    const auto mix = [share](int a, int b) { return qRound(a * share + b * (1 - share)); };
    return QColor(mix(over.red(), ground.red()), mix(over.green(), ground.green()), mix(over.blue(), ground.blue()));
}

/// Fusion without underlined letters, as Alt finds the menus all the same, and without pictures of its own: they have
/// colours that no theme changes.
class BaseStyle final : public QProxyStyle
{
public:
    BaseStyle() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) {}

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        if (hint == SH_UnderlineShortcut || hint == SH_DialogButtonBox_ButtonsHaveIcons)
            return 0;
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
    QIcon standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const override
    {
        return icon == SP_LineEditClearButton ? themedIcon(u"close"_s, IconInk::Mute)
                                              : QProxyStyle::standardIcon(icon, option, widget);
    }
    /// The window of a combo box's list, above and below the list, which has the same lines at its sides from the sheet.
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override
    {
        if (element != PE_PanelMenu || !widget || !widget->inherits("QComboBoxPrivateContainer"))
            return QProxyStyle::drawPrimitive(element, option, painter, widget);
        painter->fillRect(option->rect, option->palette.base());
        painter->setPen(option->palette.mid().color());
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    }
};

QHash<QString, QString> wordsOf(const Palette &p, int textSize)
{
    const bool contrast = p.line == p.ink;
    QHash<QString, QString> words;
    const auto add = [&words](const char *name, const QColor &color) {
        words.insert(QString::fromLatin1(name), color.name());
    };
    add("window", p.window);
    add("panel", p.panel);
    add("line", p.line);
    add("ink", p.ink);
    add("mute", p.mute);
    add("faint", p.faint);
    add("card", p.card);
    add("accent", p.accent);
    add("accentInk", p.accentInk);
    add("accentHover", blend(p.ink, p.accent, 0.12));
    add("accentGround", contrast ? blend(p.accent, p.panel, 0.12) : blend(p.accent, p.panel, p.dark ? 0.24 : 0.13));
    add("link", p.dark ? blend(p.ink, p.accent, 0.15) : p.accent);
    add("failed", p.failed);
    add("errorInk", readable(readable(p.failed, p.errorGround), p.window));
    add("warning", p.blocked);
    add("complete", p.complete);
    add("errorGround", p.errorGround);
    add("warningGround", p.warningGround);
    add("field", p.dark ? p.window : contrast ? p.panel : blend(p.window, p.panel, 0.75));
    add("hover", blend(p.ink, p.panel, p.dark ? 0.06 : 0.045));
    add("press", blend(p.ink, p.panel, p.dark ? 0.11 : 0.075));
    add("track", p.lane == p.panel ? blend(p.ink, p.panel, 0.2) : blend(p.ink, p.panel, 0.08));
    add("scroll", blend(p.ink, p.panel, 0.2));
    words.insert(u"titlepx"_s, u"%1px"_s.arg(textSize + 3));
    words.insert(u"heropx"_s, u"%1px"_s.arg(textSize * 2));
    words.insert(u"smallpx"_s, u"%1px"_s.arg(textSize - 2));
    return words;
}

} // namespace

QString textFamily()
{
    // Asked for once: the font database is slow to fill.
    static const QString family = QFontDatabase::hasFamily(u"Inter"_s) ? u"Inter"_s : QApplication::font().family();
    return family;
}

StyleSheet::StyleSheet(QApplication &application, Theme &theme, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_theme(theme)
{
    setIconTheme(&theme);
    application.setStyle(new BaseStyle);
    connect(&theme, &Theme::changed, this, &StyleSheet::apply);
    apply();
}

void StyleSheet::setTextSize(int pixels)
{
    if (pixels == m_textSize)
        return;
    m_textSize = qBound(10, pixels, 24);
    apply();
}

QString StyleSheet::text(const Palette &palette, int textSize, const QString &imageFolder)
{
    static const QRegularExpression word(u"@([A-Za-z]+)"_s);
    QHash<QString, QString> words = wordsOf(palette, textSize);
    words.insert(u"images"_s, imageFolder);
    const QString pattern = sheet;
    QString result;
    qsizetype end = 0;
    for (auto matches = word.globalMatch(pattern); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        Q_ASSERT(words.contains(match.captured(1)));
        result += QStringView(pattern).mid(end, match.capturedStart() - end);
        result += words.value(match.captured(1));
        end = match.capturedEnd();
    }
    result += QStringView(pattern).mid(end);
    return result;
}

QPalette StyleSheet::qtPalette(const Palette &p)
{
    QPalette palette;
    palette.setColor(QPalette::Window, p.window);
    palette.setColor(QPalette::WindowText, p.ink);
    palette.setColor(QPalette::Base, p.panel);
    palette.setColor(QPalette::AlternateBase, p.window);
    palette.setColor(QPalette::Text, p.ink);
    palette.setColor(QPalette::PlaceholderText, p.mute);
    palette.setColor(QPalette::Button, p.panel);
    palette.setColor(QPalette::ButtonText, p.ink);
    palette.setColor(QPalette::BrightText, p.failed);
    palette.setColor(QPalette::ToolTipBase, p.panel);
    palette.setColor(QPalette::ToolTipText, p.ink);
    palette.setColor(QPalette::Highlight, p.accent);
    palette.setColor(QPalette::HighlightedText, p.accentInk);
    palette.setColor(QPalette::Link, p.accent);
    palette.setColor(QPalette::LinkVisited, p.accent);
    palette.setColor(QPalette::Light, p.panel);
    palette.setColor(QPalette::Midlight, p.line);
    palette.setColor(QPalette::Mid, p.line);
    palette.setColor(QPalette::Dark, p.mute);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, p.faint);
    return palette;
}

void StyleSheet::writeImages(const Palette &palette)
{
    const auto write = [this](const char *name, const QString &source, const QColor &color) {
        QFile original(u":/icons/%1.svg"_s.arg(source));
        QFile tinted(m_images.filePath(QString::fromLatin1(name) + u".svg"_s));
        if (original.open(QIODevice::ReadOnly) && tinted.open(QIODevice::WriteOnly))
            tinted.write(original.readAll().replace("#000", color.name().toLatin1()));
    };
    write("down", u"chevron-down"_s, palette.mute);
    write("up", u"chevron-up"_s, palette.mute);
    write("right", u"chevron-right"_s, palette.mute);
    write("tick", u"check"_s, palette.ink);
    write("check", u"check"_s, palette.accentInk);
}

void StyleSheet::apply()
{
    const Palette &palette = m_theme.palette();
    writeImages(palette);
    QFont font(textFamily());
    font.setPixelSize(m_textSize);
    m_application.setFont(font);
    QApplication::setPalette(qtPalette(palette));
    m_application.setStyleSheet(text(palette, m_textSize, m_images.path()));
}

} // namespace baton
