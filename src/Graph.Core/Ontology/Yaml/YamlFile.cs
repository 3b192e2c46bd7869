using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Graph.Core;

/// <summary>Reads a YAML file from outside into nodes with lines. Bounded in size, depth and number of nodes; tags, anchors and aliases are refused.</summary>
internal static class YamlFile
{
    /// <summary>Bytes of one file.</summary>
    public const int MaxBytes = 16 << 20;

    /// <summary>Bytes of one line.</summary>
    public const int MaxLine = 1 << 20;

    public const int MaxDepth = 32;

    /// <summary>The root mapping, or null with the reasons added to <paramref name="problems"/>.</summary>
    public static YamlMap? Read(string path, string shownAs, ProblemList problems) =>
        ReadText(path, shownAs, problems) is { } text ? Parse(text, shownAs, problems) : null;

    /// <summary>The file's text, or null with the reasons added to <paramref name="problems"/>.</summary>
    public static string? ReadText(string path, string shownAs, ProblemList problems)
    {
        byte[] bytes;
        try
        {
            var length = new FileInfo(path).Length;
            if (length > MaxBytes)
            {
                problems.Error(shownAs, 0, $"the file has {length} bytes, at most {MaxBytes} are read", "Split it: the sections of an article may stand in several files.");
                return null;
            }
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Error(shownAs, 0, "there is no such file", $"Check the path{Meant(path)}.");
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Error(shownAs, 0, $"the file cannot be read: {e.Message.TrimEnd('.')}", "Check its permissions.");
            return null;
        }
        return Decode(bytes, shownAs, problems);
    }

    /// <summary>What a path means that does not begin at the root, for remedies.</summary>
    public static string Meant(string path) =>
        Path.IsPathFullyQualified(path) ? "" : $": from the working directory, it means {Path.GetFullPath(path)}";

    public static YamlMap? Parse(byte[] bytes, string shownAs, ProblemList problems) =>
        Decode(bytes, shownAs, problems) is { } text ? Parse(text, shownAs, problems) : null;

    public static YamlMap? Parse(string text, string shownAs, ProblemList problems)
    {
        var scanner = new Scanner(new StringReader(text), skipComments: true);
        var parser = new Parser(scanner);
        try
        {
            return new Builder(parser, shownAs, problems).Document();
        }
        catch (YamlException e)
        {
            problems.Error(shownAs, (int)e.Start.Line, $"this is not YAML: {Reason(e)}",
                "Check indentation, quotes and brackets here and above. Indent with spaces; a text with ': ' or ' #' in it goes in quotes.");
        }
        catch (Exception e) when (e is InvalidOperationException or EndOfStreamException) // what the parser throws for some unclosed brackets
        {
            problems.Error(shownAs, (int)scanner.CurrentPosition.Line, "this is not YAML: a bracket, brace or quote is not closed", "Check brackets and quotes here and above.");
        }
        return null;
    }

    private static string Reason(YamlException e) => (e.InnerException?.Message ?? e.Message).ReplaceLineEndings(" ").TrimEnd('.');

    private static string? Decode(byte[] bytes, string shownAs, ProblemList problems)
    {
        var lineStart = 0;
        var line = 1;
        for (var i = 0; i <= bytes.Length; i++)
        {
            if (i < bytes.Length && bytes[i] != (byte)'\n')
                continue;
            if (i - lineStart > MaxLine)
            {
                problems.Error(shownAs, line, $"the line has {i - lineStart} bytes, at most {MaxLine} are read", "Break the line.");
                return null;
            }
            if (!System.Text.Unicode.Utf8.IsValid(bytes.AsSpan(lineStart, i - lineStart)))
            {
                problems.Error(shownAs, line, "the line is not UTF-8", "Save the file as UTF-8.");
                return null;
            }
            lineStart = i + 1;
            line++;
        }
        return Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
    }

    private sealed class Builder(Parser parser, string file, ProblemList problems)
    {
        public YamlMap? Document()
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
                return new YamlMap(file, 1, []);
            parser.Consume<DocumentStart>();
            var root = Node(0);
            parser.Consume<DocumentEnd>();
            if (!parser.Accept<StreamEnd>(out _))
                problems.Error(file, Line(parser.Current!), "a second document begins here", "Keep one document a file: remove the line '---'.");
            if (root is null or YamlMap)
                return root as YamlMap;
            if (root is YamlScalar { IsNull: true })
                return new YamlMap(file, 1, []);
            problems.Error(file, root.Line, $"the file holds {root.What}, not a mapping", "Begin with a section such as 'entities:'.");
            return null;
        }

        private static int Line(ParsingEvent at) => (int)at.Start.Line;

        private YamlNode? Node(int depth)
        {
            var at = parser.Current!;
            if (depth > MaxDepth)
                throw new YamlException(at.Start, at.End, $"nested deeper than {MaxDepth} levels");
            if (at is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
                problems.Error(file, Line(at), "anchors and aliases are not read", "Write the value out.");
            if (at is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } tag })
                problems.Error(file, Line(at), $"the tag {tag} is not read", "Remove it.");
            return at switch
            {
                MappingStart => Map(depth),
                SequenceStart => List(depth),
                Scalar scalar => Take(new YamlScalar(file, Line(scalar), Clean(scalar), scalar.Style == ScalarStyle.Plain)),
                _ => Take(new YamlScalar(file, Line(at), "", true)), // an alias, reported above
            };
        }

        // NFC. Sort keys part their parts by control characters, and half a surrogate pair is no text anywhere: escapes can write both.
        private string Clean(Scalar scalar)
        {
            var text = scalar.Value;
            foreach (var rune in text.EnumerateRunes())
            {
                if (rune.Value is not (0xFFFD or 0xFFFE) && (!Rune.IsControl(rune) || rune.Value is '\t' or '\n' or '\r'))
                    continue;
                problems.Error(file, Line(scalar), $"the text holds the character U+{rune.Value:X4}, which stands for nothing that can be read", "Remove it.");
                return "";
            }
            return text.Normalize(NormalizationForm.FormC);
        }

        private YamlScalar Take(YamlScalar scalar)
        {
            parser.MoveNext();
            return scalar;
        }

        private YamlList List(int depth)
        {
            var start = parser.Consume<SequenceStart>();
            var items = new List<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                if (Node(depth + 1) is { } item)
                    items.Add(item);
            }
            return new YamlList(file, Line(start), items);
        }

        private YamlMap Map(int depth)
        {
            var start = parser.Consume<MappingStart>();
            var entries = new List<YamlEntry>();
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = Node(depth + 1);
                var value = Node(depth + 1);
                if (key is not YamlScalar { Value: var name })
                    problems.Error(file, key?.Line ?? 0, "a key is not plain text", "Write the key as a word.");
                else if (seen.TryGetValue(name, out var first))
                    problems.Error(file, key.Line, $"the key '{name}' stands twice, first in line {first}", "Keep one of them.");
                else if (value is not null)
                {
                    seen.Add(name, key.Line);
                    entries.Add(new YamlEntry(name, key.Line, value));
                }
            }
            return new YamlMap(file, Line(start), entries);
        }
    }
}
