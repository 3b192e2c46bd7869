using System.Text;

namespace Graph.Core;

/// <summary>A stretch of text that gives terms: a <see cref="TermWord"/> or <see cref="TermCharacters"/>.</summary>
internal abstract record TermRun;

/// <summary>A word of a script that puts spaces between words.</summary>
/// <param name="Whole">The whole word, folded: tex3.14b of TeX-3.14b.</param>
/// <param name="Parts">What stands between hyphens, dots and the like: tex, 3.14b.</param>
/// <param name="Pieces">For each part its pieces: te, x; 3.14, b.</param>
/// <param name="AfterBlank">Whether nothing but blanks and hyphens separates it from what stands before it.</param>
internal sealed record TermWord(
    string Whole, IReadOnlyList<string> Parts, IReadOnlyList<IReadOnlyList<string>> Pieces, bool AfterBlank) : TermRun;

/// <summary>Neighbouring characters of scripts without spaces between words, each folded.</summary>
internal sealed record TermCharacters(IReadOnlyList<string> Folded) : TermRun;

/// <summary>
/// Splits text into runs, in one pass over its NFKC form. Case is kept until the pieces are cut, for they end at capitals.
/// </summary>
internal sealed class TermScanner
{
    private readonly string _text;
    private readonly List<Token> _tokens = [];
    private int _start = -1; // of the token being read; -1 between tokens
    private int _end;
    private TermClass _last;
    private Gap _gap = Gap.Wall; // before the token being read, or the next one

    private TermScanner(string text) => _text = text;

    // What stands between two tokens, the weightiest of it.
    private enum Gap
    {
        None,
        Joint, // what folding removes without being blank (hyphens), or a '.' or '&' inside a word
        Blank,
        Wall, // punctuation, symbols, the ends of the text
    }

    /// <summary>The runs of <paramref name="text"/> in order.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="spanBlanks">Whether characters with only blanks or hyphens between them are neighbours (马可·波罗).</param>
    internal static IEnumerable<TermRun> Scan(string text, bool spanBlanks)
    {
        var scanner = new TermScanner(Folding.Compatible(text));
        scanner.ReadTokens();
        return scanner.Runs(spanBlanks ? Gap.Blank : Gap.None);
    }

    private void ReadTokens()
    {
        Rune rune;
        for (var at = 0; at < _text.Length; at += rune.Utf16SequenceLength)
        {
            rune = Rune.GetRuneAt(_text, at);
            Read(rune, at, TermClasses.Of(rune));
        }
        Close();
    }

    private void Read(Rune rune, int at, TermClass found)
    {
        switch (found)
        {
            case TermClass.Letter or TermClass.Digit:
                _start = _start < 0 ? at : _start;
                Extend(rune, at, found);
                break;
            case TermClass.Mark when _start >= 0:
                _end = at + rune.Utf16SequenceLength;
                break;
            case TermClass.Mark:
                break;
            case TermClass.Character:
                Close();
                _tokens.Add(new Token(at, at + rune.Utf16SequenceLength, IsCharacter: true, _gap));
                _gap = Gap.None;
                break;
            case TermClass.Suffix when _start >= 0:
                Extend(rune, at, found);
                break;
            case TermClass.Infix when _start >= 0 && IsWordAt(at + 1):
                ReadInfix(rune, at);
                break;
            default:
                Close();
                _gap = Max(_gap, found switch { TermClass.Removed => Gap.Joint, TermClass.Blank => Gap.Blank, _ => Gap.Wall });
                break;
        }
    }

    // A decimal point stays within its number; any other dot or ampersand parts a word that goes on behind it.
    private void ReadInfix(Rune rune, int at)
    {
        if (rune.Value == '.' && _last == TermClass.Digit && TermClasses.Of(Rune.GetRuneAt(_text, at + 1)) == TermClass.Digit)
        {
            Extend(rune, at, TermClass.Digit);
            return;
        }
        Close();
        _gap = Gap.Joint;
    }

    private bool IsWordAt(int at) =>
        at < _text.Length && TermClasses.Of(Rune.GetRuneAt(_text, at)) is TermClass.Letter or TermClass.Digit;

    private void Extend(Rune rune, int at, TermClass found)
    {
        _end = at + rune.Utf16SequenceLength;
        _last = found;
    }

    private void Close()
    {
        if (_start >= 0)
        {
            _tokens.Add(new Token(_start, _end, IsCharacter: false, _gap));
            _start = -1;
            _gap = Gap.None;
        }
    }

    private IEnumerable<TermRun> Runs(Gap spannedByCharacters)
    {
        for (int first = 0, next; first < _tokens.Count; first = next)
        {
            var head = _tokens[first];
            var spanned = head.IsCharacter ? spannedByCharacters : Gap.Joint;
            next = first + 1;
            while (next < _tokens.Count && _tokens[next].IsCharacter == head.IsCharacter && _tokens[next].Before <= spanned)
            {
                next++;
            }
            var run = _tokens.GetRange(first, next - first);
            yield return head.IsCharacter ? new TermCharacters(run.ConvertAll(Folded)) : Word(run);
        }
    }

    private TermWord Word(List<Token> parts) => new(
        Folding.Fold(_text[parts[0].Start..parts[^1].End]),
        parts.ConvertAll(Folded),
        parts.ConvertAll(part => TermPieces.Of(_text[part.Start..part.End])),
        AfterBlank: parts[0].Before <= Gap.Blank);

    private string Folded(Token token) => Folding.Fold(_text[token.Start..token.End]);

    private static Gap Max(Gap left, Gap right) => left > right ? left : right;

    private readonly record struct Token(int Start, int End, bool IsCharacter, Gap Before);
}
